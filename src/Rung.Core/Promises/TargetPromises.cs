using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Promises;

/// <summary>The targets of the guide, each round of a clock being one promise. ESS-45, ESS-46, ESS-68, SMC-02.</summary>
internal static class TargetPromises
{
    public static IEnumerable<PromiseEntry> Of(CasePromises of)
    {
        var run = new ClockRun(of.Facts, of.State);
        foreach (var target in of.Guide.TargetsOf(of.State.Logged.Kind))
        {
            var present = ClockReader.Read(run.Of(target), target);
            if (of.Rounds == Rounds.All)
            {
                foreach (var round in ClockReader.EarlierRounds(of.Facts, of.State, target))
                {
                    yield return Entry(of, round.Reading, isPresent: false) with
                    {
                        Ledger = round.Ledger,
                    };
                }
            }
            if (present is { State: not ClockState.Impossible })
            {
                yield return Entry(of, present, isPresent: true);
            }
        }
    }

    private static PromiseEntry Entry(CasePromises of, ClockReading clock, bool isPresent)
    {
        var isToDo = isPresent && !clock.IsStopped && of.State.IsLive;
        var stage = of.State.Logged.IsComplaint() ? of.Guide.StageOf(clock.Target.Id) : null;
        return new PromiseEntry
        {
            Kind = stage is null ? KindOf(clock.Target.Role) : PromiseKind.ComplaintAnswer,
            Id = clock.Target.Id,
            Number = clock.Round,
            Name = clock.Target.Name,
            Owner = stage is null ? of.Worker : new PromiseOwner(stage.Role, of.Guide.RoleTitle(stage.Role)),
            To = of.Reporter,
            Channel = stage?.By,
            GivenAt = clock.Start,
            Due = clock.Due,
            State = StateOf(clock),
            KeptAt = clock.IsStopped ? clock.StoppedAt : null,
            MissedAt = clock.MissedAt,
            IsToDo = isToDo,
            PausedFor = clock.PauseReason is { } reason ? of.Guide.PauseName(reason) ?? reason : null,
            Allowance = clock.Total,
            CountsIn = clock.CountsWorkingTime ? clock.Calendar.Id : null,
            Firmness = clock.Target.Firmness,
            Ledger = clock.Target.Id,
            Cite = clock.Time.Cite,
        };
    }

    private static PromiseKind KindOf(TargetRole role) =>
        role switch
        {
            TargetRole.Update => PromiseKind.Update,
            TargetRole.Expectation => PromiseKind.Expectation,
            _ => PromiseKind.Target,
        };

    private static PromiseState StateOf(ClockReading clock) =>
        clock.State switch
        {
            ClockState.Met => PromiseState.Kept,
            ClockState.Missed => PromiseState.Late,
            _ => clock.IsMissed ? PromiseState.Missed : PromiseState.Open,
        };
}
