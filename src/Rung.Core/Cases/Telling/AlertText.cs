using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;

namespace Rung.Core.Cases.Telling;

/// <summary>What is written to those who are alerted.</summary>
/// <param name="Rule">Stands in for the id of a rule.</param>
internal sealed record AlertText(string Rule, string Subject, string Text)
{
    public static AlertText Of(Occasion at, IReadOnlyList<string> roles) =>
        at.Event is PromiseMissed missed ? OfMissed(at, missed, roles) : OfLevel(at, roles);

    private static AlertText OfMissed(Occasion at, PromiseMissed missed, IReadOnlyList<string> roles)
    {
        var name = EscalationText.Name(at.Guide, missed.For);
        var cite = at.Guide.PromiseRule(missed.For)?.Cite ?? at.Guide.Desk.Cite;
        return new AlertText(
            "promise-missed",
            $"Missed: {name}",
            Body(
                at,
                $"{name} was due {CaseWords.InWords(at.Guide, missed.Due)} and has not been kept.",
                roles,
                $"Keep it now and enter it on the case. ({at.Guide.Heading(cite)})"
            )
        );
    }

    private static AlertText OfLevel(Occasion at, IReadOnlyList<string> roles)
    {
        var (ladder, number, times) = at.Event switch
        {
            Escalated entered => (entered.Ladder, entered.Level, 0),
            LevelToldAgain again => (at.Escalations is [var one, ..] ? one.Ladder : null, again.Level, again.Times),
            _ => throw new NotSupportedException($"No level in {at.Event.GetType().Name}."),
        };
        var level = at.Guide.Ladder(ladder)?.Level(number);
        var name = level?.Name ?? $"Level {number}";
        var when = CaseWords.InWords(at.Guide, at.Event.At);
        return new AlertText(
            "level-entered",
            $"Escalated: {name}",
            Body(
                at,
                times == 0
                    ? $"The case was escalated on {when}: {name}."
                    : $"Nobody has taken the escalation of this case yet: {name}, told again on {when}.",
                roles,
                $"{CallBack(at)}Take it, and enter on the case that you have. ({at.Guide.Heading(level?.Cite ?? at.Guide.Desk.Cite)})"
            )
        );
    }

    // Semantics 18: it belongs to the escalation, not to the level, and there is one call.
    private static string CallBack(Occasion at) =>
        at.Escalations is [{ CallBack: { State: PromiseState.Open, Due: var due } }, ..]
            ? $"A call-back is promised for {CaseWords.InWords(at.Guide, due)}. It stands: one call, by then.\n"
            : "";

    private static string Body(Occasion at, string what, IReadOnlyList<string> roles, string next)
    {
        var state = at.State;
        var owners = at.Escalations.Select(one => one.Owner?.Name).OfType<string>().Distinct().ToList();
        var posts = roles
            .SelectMany(id => at.Guide.Roles.Where(role => role.Id == id))
            .Select(role => role.Title)
            .ToList();
        string?[] lines =
        [
            what,
            "",
            posts.Count == 0 ? null : $"For: {string.Join(", ", posts)}",
            $"Case: {state.Reference.Text}, {state.Logged.Subject}",
            $"Customer: {state.Logged.Reporter.CustomerName}",
            owners.Count == 0 ? null : $"Owner of the escalation: {string.Join(", ", owners)}",
            "",
            next,
        ];
        return string.Join('\n', lines.OfType<string>());
    }
}
