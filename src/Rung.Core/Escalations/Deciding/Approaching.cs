using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>
/// Notes that the customer turned to a post of the ladder themselves. Whoever it was leads them back to the desk, so it raises
/// no level and is kept as a wish to escalate. SMC-16, SMC-19.
/// </summary>
internal static class Approaching
{
    public static Ruling Decide(Decision decision, NoteApproach command)
    {
        var ladders = decision.Guide.LaddersOf(decision.State, decision.At);
        if (ladders is not [var first, ..])
        {
            return Escalating.NoLadder(decision, null);
        }
        var posts = ladders.SelectMany(GuidedLadder.PostsAbove).ToList();
        return (Unknown(posts, command.Role, first) ?? Missing(command)) is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(
                new EscalationAsked(command.Text, command.Channel, WhyNotRaised.ApproachedDirectly)
                {
                    Approached = new ApproachedPost(command.Role, Escalating.Trimmed(command.Person)),
                    From = Escalating.Trimmed(command.From) ?? decision.State.Logged.Reporter.ContactName,
                }
            );
    }

    private static Refusal? Unknown(List<Level> posts, string role, Ladder ladder) =>
        posts.Any(post => post.Role == role) ? null
        : posts.Count == 0
            ? new Refusal(
                RefusalCode.UnknownInGuide,
                $"No post of \"{ladder.Name}\" stands above the desk: register the escalation.",
                "SMC-16",
                ladder.Cite
            )
        : LoggingDoor.Unknown("post", role, posts.Select(post => post.Role).Distinct(), ("SMC-16", ladder.Cite));

    private static Refusal? Missing(NoteApproach command) =>
        Decision.NeedsText(command.Text, "What they wanted")
        ?? Decision.MayName(command.Person, "Who was approached")
        ?? Decision.MayName(command.From, "Who approached them");
}
