using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// A new case that goes on with a closed one: the closed one gains nothing but the link, and the new one takes over its
/// priority when it is of the same kind. ESS-53, A-10.
/// </summary>
public static class Continuing
{
    /// <param name="closed">The case that is gone on with, and the guide that it was logged under.</param>
    /// <param name="guide">The new case's.</param>
    /// <param name="moment">With the new case's reference.</param>
    /// <returns>Done on the closed case, with the new one as what comes next; or refused on both.</returns>
    public static Handled Log(
        (Guide Guide, IReadOnlyList<CaseEvent> Events) closed,
        Guide guide,
        LogCase command,
        Moment moment
    )
    {
        var old = (CaseLogged)closed.Events[0];
        if (old.IsComplaint() != guide.IsComplaint(command.Kind))
        {
            return new Handled.Refused(OtherShelf());
        }
        var link = new LinkTo(moment.NextReference, LinkKind.ContinuedBy);
        var handled = CaseDesk.Handle(closed.Guide, closed.Events, link, moment);
        if (handled is not Handled.Done told)
        {
            return handled;
        }
        var priority = old.Kind == command.Kind ? told.Change.State.Priority : null;
        return CaseDesk.Log(guide, command with { Priority = priority }, moment) switch
        {
            Handled.Done begun => new Handled.Done(told.Change, begun.Change),
            var refused => refused,
        };
    }

    // The closed case would name what few may see. ESS-93.
    private static Refusal OtherShelf() =>
        new(
            RefusalCode.WrongCondition,
            "A complaint goes on with a complaint, and any other case with one that is none: leave out which case it continues.",
            "ESS-93"
        );
}
