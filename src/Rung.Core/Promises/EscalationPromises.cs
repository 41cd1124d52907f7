using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;

namespace Rung.Core.Promises;

/// <summary>What is promised in escalations: call-backs, planned contacts, dates. SMC-09, SMC-13, SMC-30.</summary>
internal static class EscalationPromises
{
    public static IEnumerable<PromiseEntry> Of(CasePromises of)
    {
        var counts = new Dictionary<PromiseFor, int>();
        foreach (var one in of.State.Escalations)
        {
            foreach (var promise in one.Promises)
            {
                yield return Entry(of, new Given(promise, one, Next(counts, promise.For)));
            }
        }
        // Those outlive their escalation.
        foreach (var promise in of.State.PromiseList)
        {
            yield return Entry(of, new Given(promise, null, Next(counts, promise.For)));
        }
    }

    private static PromiseEntry Entry(CasePromises of, Given given)
    {
        var (guide, promise) = (of.Guide, given.Promise);
        var rule = guide.PromiseRule(promise.For);
        var isOver = given.Within is { IsActive: false };
        return new PromiseEntry
        {
            Kind = KindOf(promise.For),
            Id = rule?.Id ?? $"{promise.For}",
            Number = given.Number,
            Name = NameOf(guide, given),
            Owner = OwnerOf(of, given, rule),
            To = given.Within?.Entered.LastOrDefault(level => level.From is not null)?.From ?? of.Reporter,
            Channel = ChannelOf(of, given),
            GivenAt = promise.GivenAt,
            Due = promise.Due,
            Zone = promise.Zone,
            State =
                promise is { State: PromiseState.Open } && of.Now > promise.Due ? PromiseState.Missed : promise.State,
            KeptAt = promise.KeptAt,
            MissedAt = promise.MissedAt ?? (promise.State == PromiseState.Late ? promise.Due : null),
            IsToDo = promise.IsToDo && !isOver && of.State.IsLive,
            Cite = rule?.Cite ?? guide.Ladder(given.Within?.Ladder)?.Cite ?? guide.Rfo?.Cite ?? guide.Desk.Cite,
        };
    }

    private static string NameOf(Guide guide, Given given) =>
        given.Promise switch
        {
            { Step: { } step } => $"Step {step.Number}: {step.What}",
            { Post.Level: var number } when guide.Ladder(given.Within?.Ladder)?.Level(number) is { } level =>
                $"Reach {guide.RoleTitle(level.Role)}, level {number}",
            { For: var what } => EscalationText.Name(guide, what),
        };

    internal static PromiseKind KindOf(PromiseFor what) =>
        what switch
        {
            PromiseFor.CallBack => PromiseKind.CallBack,
            PromiseFor.PlannedContact => PromiseKind.PlannedContact,
            PromiseFor.UpdateRequest => PromiseKind.Update,
            PromiseFor.Rfo => PromiseKind.ReasonForOutage,
            PromiseFor.ResolutionStep => PromiseKind.ResolutionStep,
            PromiseFor.Decision => PromiseKind.Decision,
            PromiseFor.ComplaintFollowUp => PromiseKind.ComplaintAnswer,
            PromiseFor.PostReached or PromiseFor.CallBackSettled => PromiseKind.NextStep,
            _ => PromiseKind.Agreed,
        };

    // A plan by a channel that has failed meanwhile is kept by telephone (semantics 34).
    private static Channel? ChannelOf(CasePromises of, Given given) =>
        given.Promise.For switch
        {
            PromiseFor.CallBack => Channel.Phone,
            PromiseFor.PlannedContact when given.Within?.Plan is { Channel: var planned } => CaseFacts
                .Of(of.Guide, of.State, of.Now)
                .DownChannels.Contains(planned)
                ? Channel.Phone
                : planned,
            _ => null,
        };

    // Whoever owns the escalation; before anybody does, the post that the guide names.
    private static PromiseOwner OwnerOf(CasePromises of, Given given, PromiseRule? rule)
    {
        if (given.Promise.Step is { } step)
        {
            return new PromiseOwner(null, step.Who);
        }
        if (given.Promise.For == PromiseFor.UpdateRequest && rule is not null)
        {
            return new PromiseOwner(rule.Owner, of.State.Engineer ?? of.Guide.RoleTitle(rule.Owner));
        }
        if (given.Promise.For == PromiseFor.Decision)
        {
            return of.State.EscalationPending is { } pending
                ? new PromiseOwner(pending.DecidedBy, of.Guide.RoleTitle(pending.DecidedBy))
                : of.Worker;
        }
        var one = given.Within ?? (of.State.Escalations is [.., var last] ? last : null);
        if (one?.Owner is { } owner)
        {
            return new PromiseOwner(owner.Role, owner.Name);
        }
        var role = rule?.Owner ?? of.Guide.Rfo?.Owner;
        return role is not null && of.Guide.Roles.Any(post => post.Id == role)
            ? new PromiseOwner(role, of.Guide.RoleTitle(role))
            : of.Worker;
    }

    private static int Next(Dictionary<PromiseFor, int> counts, PromiseFor what) =>
        counts[what] = counts.GetValueOrDefault(what) + 1;

    /// <param name="Within">The escalation that it ends with; null: it outlives it.</param>
    private sealed record Given(Promise Promise, Escalation? Within, int Number);
}
