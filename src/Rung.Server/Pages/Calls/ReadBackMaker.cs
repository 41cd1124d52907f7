using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Calls;

/// <summary>What the agent reads back to the caller: reference, priority and why, target.</summary>
internal static class ReadBackMaker
{
    public static ReadBackView Of(CallScene scene, LoggingPreview? preview)
    {
        var state = scene.Case?.State ?? preview?.State;
        if (state is null || !scene.IsPicked)
        {
            var title = scene.Mail is null ? "Read back" : "If it is logged now";
            return new ReadBackView { Title = title, Sentence = [(Waiting(scene, preview), false)] };
        }
        var clocks = scene.Case?.Clocks ?? preview!.Clocks;
        return new ReadBackView
        {
            Title =
                scene.Mail is not null ? "If it is logged now"
                : scene.Case is null ? "If it is issued now"
                : "Read back",
            Reference = scene.Case?.State.Reference.Text,
            Sentence = [.. Sentence(scene, state, ClockReader.Primary(clocks))],
            Ring = Ring(scene, state),
            Cite = state.PrioritySet?.Proposed is { } rule ? CiteMaker.Of(scene.Guide, rule.Cite) : null,
        };
    }

    private static string Waiting(CallScene scene, LoggingPreview? preview) =>
        !scene.IsPicked ? (scene.Mail is null ? "First: who is calling?" : "First: whom is it for?")
        : scene.IsStopped ? "Nothing is opened: their own desk comes first."
        : preview?.Refusal?.Sentence ?? "Nothing can be issued yet.";

    private static IEnumerable<(string, bool)> Sentence(CallScene scene, CaseState state, ClockReading? clock)
    {
        var issued = scene.Case is not null;
        if (issued)
        {
            yield return ($"“Your reference is {ReferenceWords.Say(state.Reference)}. It is ", false);
        }
        if (scene.Guide.Priority(state.Priority) is not { } priority)
        {
            yield return (
                issued
                    ? "waiting for its priority: I need a few more answers.”"
                    : "No priority yet: say what does not work, who is affected and how badly.",
                false
            );
            yield break;
        }
        yield return (issued ? priority.Says.ToLowerInvariant() : priority.Says, true);
        yield return (Because(state.PrioritySet!), false);
        if (clock is { Due: { } due })
        {
            yield return (issued ? "Our target is " : "Target ", false);
            yield return (MomentWords.ReadAloud(due, scene.Visit.Zone), true);
            yield return (".", false);
        }
        if (issued)
        {
            yield return ("”", false);
        }
    }

    private static string? Ring(CallScene scene, CaseState state)
    {
        if (CaseFacts.Of(scene.Guide, state, scene.Visit.Now).Calls is not { } rule)
        {
            return null;
        }
        var number = state.Logged.Reporter.Phone is { } phone
            ? $"ask whether {phone} is the number to ring."
            : "ask which number to ring.";
        return $"{scene.Guide.Flag(rule.Flag)!.Name}: mails may not reach them; {number}";
    }

    private static string Because(PrioritySet set) =>
        set.Proposed is { } rule && rule.Priority == set.Priority
            ? $", because {LowerFirst(rule.Because)}. "
            : ", as agreed. ";

    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
