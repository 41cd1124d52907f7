using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Outgoing;
using Rung.Storage.Outbox;

namespace Rung.Server.Pages.Cases;

/// <summary>Says on the case, at once, that somebody has not got what we wrote (R17, R20).</summary>
internal static class OutgoingAdvice
{
    public static IEnumerable<AdviceView> Of(CaseAround around)
    {
        var failed = around.Messages.Where(SentWords.NeedsSomebody).ToList();
        if (failed.Count == 0)
        {
            yield break;
        }
        var last = failed[^1];
        var others = failed.Count == 1 ? "" : $" So it is with {failed.Count - 1} more.";
        yield return new AdviceView(
            $"{Words(last)}{others} Tell them another way.",
            "Look at it",
            Addresses.Outgoing(around.Frame.DeskId, last.Id)
        );
    }

    private static string Words(QueuedMessage queued)
    {
        var what = $"The mail “{OutgoingMaker.What(queued.Message.Kind)}” to {queued.Message.To}";
        return queued.State switch
        {
            MessageState.Bounced => $"{what} came back.",
            MessageState.HeldBack => $"{what} was held back, since a program may be answering us.",
            _ => $"{what} could not be delivered.",
        };
    }
}
