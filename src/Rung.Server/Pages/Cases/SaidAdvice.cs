using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases;

/// <summary>What the customer said in a few plain words, where it may be something else than it counts for. ESS-78, A-10.</summary>
internal static class SaidAdvice
{
    public static AdviceView? Of(CaseSnapshot found, string here) =>
        Confirming(found.State) is { } reply
            ? new(
                $"“{reply}” sent the case back to work, as every answer does, and sounds like the confirmation.",
                "Take it as the confirmation",
                $"{here}?do=confirm",
                CiteMaker.Of(found.Guide, found.Guide.Closing.Cite)
            )
        : IsAskedWhileHeld(found) ? new("They ask how things stand. That ends no hold: say what is awaited of them.")
        : null;

    /// <summary>The reply that sent the case back, where it only confirms; null: there is none.</summary>
    public static string? Confirming(CaseState state) =>
        state is { RejectingReply: { } reply, Hold: null, IsResolved: false, IsLive: true }
        && GistReader.Of(reply.Text) == Gist.Confirms
            ? reply.Text
            : null;

    private static bool IsAskedWhileHeld(CaseSnapshot found) =>
        found.State is { Condition: Condition.OnHold, UnreadSince: { } since }
        && found.Events.OfType<UpdateRequested>().Any(asked => asked.At >= since);
}
