using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <param name="Says">As an agent says it on the telephone.</param>
/// <param name="Proposed">What the guide's rules proposed, whether or not it was taken.</param>
public sealed record PriorityBody(
    string Id,
    string Name,
    string Says,
    PriorityCause Cause,
    Proposal? Proposed,
    Instant At
);

/// <param name="Awaiting">What is awaited and from whom.</param>
/// <param name="EndsBy">When it ends by itself; left out: only by an answer or an agent.</param>
public sealed record HoldBody(string Reason, string Name, string Awaiting, Instant Since, Instant? EndsBy);

public sealed record WaitBody(string Reason, string For, Instant Since);

/// <param name="Because">Why somebody set or unset it; left out: the guide's own rule.</param>
public sealed record FlagBody(string Id, string Name, string? Because);

public sealed record LinkBody(CaseReference Other, LinkKind Kind);

/// <summary>Parts of a case as bodies.</summary>
internal static class CaseParts
{
    public static string NameOf(Guide guide, Condition condition) =>
        guide.Conditions.FirstOrDefault(text => text.Condition == condition)?.Name ?? condition.ToString();

    public static PriorityBody? PriorityOf(Guide guide, CaseState state) =>
        guide.Priority(state.Priority) is { } priority && state.PrioritySet is { } set
            ? new PriorityBody(priority.Id, priority.Name, priority.Says, set.Cause, set.Proposed, set.At)
            : null;

    public static HoldBody? HoldOf(Guide guide, CaseState state) =>
        state.Hold is { } hold
            ? new HoldBody(
                hold.Reason,
                guide.HoldReason(hold.Reason)?.Name ?? hold.Reason,
                hold.Awaiting,
                hold.At,
                state.HoldEndsBy
            )
            : null;

    /// <summary>Flags that hold, by an agent's word or by the guide's rule .</summary>
    public static IReadOnlyList<FlagBody> FlagsOf(CaseSnapshot snapshot)
    {
        var facts = CaseFacts.Of(snapshot.Guide, snapshot.State, snapshot.Now);
        return
        [
            .. snapshot
                .Guide.Flags.Where(flag => facts.HasFlag(flag.Id))
                .Select(flag => new FlagBody(
                    flag.Id,
                    flag.Name,
                    snapshot.State.FlagsSet.GetValueOrDefault(flag.Id)?.Reason
                )),
        ];
    }
}
