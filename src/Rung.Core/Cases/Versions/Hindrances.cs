using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Versions;

/// <summary>What a case rests on at present and another version of its guide does not have.</summary>
internal static class Hindrances
{
    public static IReadOnlyList<string> Of(Guide guide, CaseState state) => [.. Found(guide, state)];

    private static IEnumerable<string> Found(Guide guide, CaseState state)
    {
        if (guide.Kind(state.Logged.Kind) is null)
        {
            yield return Lacks("kind of case", state.Logged.Kind);
        }
        if (state.Priority is { } priority && guide.Priority(priority) is null)
        {
            yield return Lacks("priority", priority);
        }
        if (state.Logged.Reporter.Contract is { } contract && guide.Contracts.All(one => one.Id != contract))
        {
            yield return Lacks("contract", contract);
        }
        foreach (var pause in (string?[])[state.Hold?.Reason, state.Wait?.Reason])
        {
            if (pause is not null && guide.PauseName(pause) is null)
            {
                yield return Lacks("reason to wait", pause);
            }
        }
        foreach (var service in state.Services.Where(id => guide.Services.All(one => one.Id != id)))
        {
            yield return Lacks("service", service);
        }
        foreach (var missing in Climbed(guide, state))
        {
            yield return missing;
        }
    }

    private static IEnumerable<string> Climbed(Guide guide, CaseState state)
    {
        if (state.EscalationPending is { } pending && guide.Ladder(pending.Ladder) is null)
        {
            yield return Lacks("ladder", pending.Ladder);
        }
        foreach (var one in state.Escalations.Where(one => one.IsActive))
        {
            if (guide.Ladder(one.Ladder) is not { } ladder)
            {
                yield return Lacks("ladder", one.Ladder);
            }
            else if (ladder.Level(one.Level) is null)
            {
                yield return $"the level {one.Level} of the ladder `{one.Ladder}` is not in it";
            }
        }
    }

    private static string Lacks(string what, string id) => $"the {what} `{id}` is not in it";
}
