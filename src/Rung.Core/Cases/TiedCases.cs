using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// What one command does to other cases as well: a link is on both, and an escalation ends on all that it covers. What is
/// refused on one of them happens on none. Semantics 38, SMC-39.
/// </summary>
public static class TiedCases
{
    /// <summary>The other cases that the command changes; mostly none.</summary>
    /// <param name="history">Of the case that the command was given on.</param>
    public static IReadOnlyList<CaseReference> Of(IReadOnlyList<CaseEvent> history, CaseCommand command) =>
        command switch
        {
            LinkTo link => [link.Other],
            Unlink unlink => [unlink.Other],
            EndEscalation end =>
            [
                .. (CaseState.Of(history).EscalationAbout(end.About)?.Covers ?? [])
                    .Where(covered => covered.Until is null)
                    .Select(covered => covered.Reference),
            ],
            _ => [],
        };

    /// <summary>What is done to each of the others.</summary>
    /// <param name="here">The case that the command was given on.</param>
    public static CaseCommand There(CaseReference here, CaseCommand command) =>
        command switch
        {
            LinkTo link => link with { Other = here, Kind = MirrorOf(link.Kind) },
            Unlink unlink => unlink with { Other = here, Kind = unlink.Kind is { } kind ? MirrorOf(kind) : null },
            EndEscalation => new Unlink(here, EscalationEnded.OnCovered) { Kind = LinkKind.CoveredBy },
            _ => throw new NotSupportedException($"{command.GetType().Name} is of one case alone."),
        };

    /// <summary>The command with what only the other cases say: how it stands with their reasons for outage.</summary>
    public static CaseCommand Informed(
        CaseCommand command,
        IEnumerable<(Guide Guide, CaseState State)> others,
        Instant now
    ) =>
        command is EndEscalation end
            ? end with
            {
                Covers = [.. others.Select(one => Rfo(one.Guide, one.State, now))],
            }
            : command;

    /// <summary>Why the two cannot be tied like this; null: they can, as far as the two together say it.</summary>
    public static Refusal? Refuses(CaseCommand command, CaseLogged here, CaseLogged other) =>
        command is LinkTo { Kind: LinkKind.Covers or LinkKind.CoveredBy }
        && !AreOfOneCustomer(here.Reporter, other.Reporter)
            ? new Refusal(
                RefusalCode.InvalidInput,
                $"{other.Reference} is not of the same customer on file: an escalation covers cases of one customer.",
                "ESS-83"
            )
            : null;

    /// <summary>What a link is called from its other end.</summary>
    public static LinkKind MirrorOf(LinkKind kind) =>
        kind switch
        {
            LinkKind.Parent => LinkKind.Child,
            LinkKind.Child => LinkKind.Parent,
            LinkKind.Continues => LinkKind.ContinuedBy,
            LinkKind.ContinuedBy => LinkKind.Continues,
            LinkKind.Covers => LinkKind.CoveredBy,
            LinkKind.CoveredBy => LinkKind.Covers,
            _ => throw new NotSupportedException($"No mirror of {kind}."),
        };

    private static bool AreOfOneCustomer(Reporter one, Reporter other) =>
        one.CustomerId == other.CustomerId && one.CustomerId != Customer.Unregistered;

    private static CoveredRfo Rfo(Guide guide, CaseState state, Instant now)
    {
        var rfo =
            state.Rfo is not null ? RfoState.Given
            : state.IsLive && CaseFacts.Of(guide, state, now).OwesRfo ? RfoState.Owed
            : RfoState.NotNeeded;
        return new CoveredRfo(state.Reference, rfo);
    }
}
