using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// A new case that belongs to an incident from the first: it is logged and the two are linked, or nothing happens. It is the desk
/// that links them, since the incident may be somebody else's. Semantics 38.
/// </summary>
public static class Joining
{
    /// <param name="incident">The case that it belongs to, and the guide that it was logged under.</param>
    /// <param name="guide">The new case's.</param>
    /// <param name="moment">With the new case's reference.</param>
    /// <returns>Done on the incident, with the new case as what comes next; or refused on both.</returns>
    public static Handled Log(
        (Guide Guide, IReadOnlyList<CaseEvent> Events) incident,
        Guide guide,
        LogCase command,
        Moment moment
    )
    {
        var logged = CaseDesk.Log(guide, command, moment);
        if (logged is not Handled.Done { Change: var begun })
        {
            return logged;
        }
        var above = CaseState.Of(incident.Events);
        var tied = moment with { By = Actor.Desk };
        var link = new LinkTo(above.Reference, LinkKind.Parent);
        var whole = TiedCases.Informed(link, [(incident.Guide, above)], moment.RecordedAt);
        var linked = CaseDesk.Handle(guide, begun.Events, whole, tied);
        if (linked is not Handled.Done { Change: var after })
        {
            return linked;
        }
        var there = TiedCases.There(begun.State, link);
        return CaseDesk.Handle(incident.Guide, incident.Events, there, tied) switch
        {
            Handled.Done told => new Handled.Done(told.Change, begun.Then(after)),
            var refused => refused,
        };
    }
}
