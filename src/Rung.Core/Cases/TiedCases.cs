using System.Globalization;
using NodaTime;
using Rung.Core.Cases.Deciding;
using Rung.Core.Customers;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// What one command does to other cases as well: a link is on both, an escalation ends on all that it covers, and what is
/// written to the customer on an incident is told on each case that belongs to it. What is refused on one of them happens on
/// none. Semantics 38, SMC-39.
/// </summary>
public static class TiedCases
{
    /// <summary>Whether the command may change other cases; of any other command none of them need be known.</summary>
    public static bool Ties(CaseCommand command) =>
        IsToldOnAll(command) || command is LinkTo or Unlink or EndEscalation;

    /// <summary>The other cases that the command changes; mostly none.</summary>
    /// <param name="here">The case that the command was given on.</param>
    /// <param name="known">What is known of another case; of all that are <see cref="Around"/> it there is something.</param>
    public static IReadOnlyList<CaseReference> Of(
        CaseState here,
        CaseCommand command,
        Func<CaseReference, CaseState?> known
    ) =>
        IsToldOnAll(command)
            ?
            [
                .. Belonging.Below(here, known).Where(one => known(one) is { } below && Takes(command, below)),
                .. Leads(here, command).Where(one => known(one) is { } lead && Awaits(command, lead)),
            ]
            : [.. Named(here, command)];

    /// <summary>
    /// The other cases that the command changes or is decided by, as far as they are known. Whoever does not know one of them
    /// looks it up and asks again. What was decided holds as long as nothing has happened on any of them.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<CaseReference> Around(
        CaseState here,
        CaseCommand command,
        Func<CaseReference, CaseState?> known
    ) =>
        IsToldOnAll(command) ? Belonging.Below(here, known).Union(Leads(here, command))
        : command is LinkTo link ? Named(here, link).Union(Above(here, link, known)).Where(one => one != here.Reference)
        : Named(here, command);

    /// <summary>
    /// Whether it is told on every case that belongs to an incident, over any number of links: what is written for all who are
    /// affected. A call-back or a contact of a communication plan is kept with the one whose escalation it is, and told nobody else.
    /// </summary>
    public static bool IsToldOnAll(CaseCommand command) =>
        command is SendUpdate or GiveDisposition or Resolve or WriteRfo;

    /// <summary>
    /// Whether a case takes what is told on all that belong to its incident: not once it is closed, and no reason for outage
    /// where it has its own.
    /// </summary>
    public static bool Takes(CaseCommand command, CaseState other) =>
        other.IsLive && !(command is WriteRfo && other.RfoWritten is { Of: null });

    // The reason for outage that was promised when an escalation ended was promised for every case it covered: written on one of
    // them it is written.
    private static IReadOnlyList<CaseReference> Leads(CaseState here, CaseCommand command) =>
        command is WriteRfo ? here.EscalatedWith : [];

    private static bool Awaits(CaseCommand command, CaseState lead) =>
        Takes(command, lead) && lead.Promises.Any(promise => promise is { For: PromiseFor.Rfo, IsToDo: true });

    /// <summary>What is done to each of the others.</summary>
    /// <param name="here">The case that the command was given on.</param>
    public static CaseCommand There(CaseState here, CaseCommand command) =>
        command switch
        {
            LinkTo link => link with
            {
                Other = here.Reference,
                Kind = MirrorOf(link.Kind),
                Rfo = link.Kind == LinkKind.Child ? RfoOf(here) : null,
            },
            Unlink unlink => unlink with
            {
                Other = here.Reference,
                Kind = unlink.Kind is { } kind ? MirrorOf(kind) : null,
            },
            EndEscalation => new Unlink(here.Reference, EscalationEnded.OnCovered) { Kind = LinkKind.CoveredBy },
            // Whom the desk rang about the incident is one of them; the others are written to.
            SendUpdate update => new SendUpdate(update.Text) { Of = here.Reference },
            GiveDisposition give => new SendUpdate(Outcome(give)) { Of = here.Reference },
            Resolve resolve => new SendUpdate($"What your case belongs to is put right: {resolve.Resolution}")
            {
                Of = here.Reference,
            },
            WriteRfo write => write with { Of = here.Reference },
            _ => throw new NotSupportedException($"{command.GetType().Name} is of one case alone."),
        };

    /// <summary>The command with what only the other cases say: their reasons for outage, or how it stands with them.</summary>
    public static CaseCommand Informed(
        CaseCommand command,
        IEnumerable<(Guide Guide, CaseState State)> others,
        Instant now
    ) =>
        command switch
        {
            EndEscalation end => end with { Covers = [.. others.Select(one => Rfo(one.Guide, one.State, now))] },
            LinkTo { Kind: LinkKind.Parent } link => link with
            {
                Rfo = others.Select(one => RfoOf(one.State)).FirstOrDefault(),
            },
            _ => command,
        };

    /// <summary>Why the cases cannot be tied like this; null: they can, as far as none of them says it alone.</summary>
    /// <inheritdoc cref="Of"/>
    public static Refusal? Refuses(CaseState here, CaseCommand command, Func<CaseReference, CaseState?> known) =>
        command is not LinkTo link ? null
        : Covering.Is(link.Kind) ? OfOthers(here, known(link.Other))
        : link.Other != here.Reference && Above(here, link, known).Contains(BelowBy(here, link)) ? Ring(link)
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

    // The others' clocks go on: an outcome meets the target of the case that it is given on.
    private static string Outcome(GiveDisposition give)
    {
        string?[] said =
        [
            $"This is the outcome for what your case belongs to: {give.Text}",
            give.Circumvention,
            give.Expected is { } date
                ? $"It is expected by {date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}."
                : null,
        ];
        return string.Join("\n\n", said.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    private static IEnumerable<CaseReference> Named(CaseState here, CaseCommand command) =>
        command switch
        {
            LinkTo link => [link.Other],
            Unlink unlink => [unlink.Other],
            EndEscalation end => (here.EscalationAbout(end.About)?.Covers ?? [])
                .Where(covered => covered.Until is null)
                .Select(covered => covered.Reference),
            _ => [],
        };

    // The case that would be the other's incident, and whatever that belongs to.
    private static IEnumerable<CaseReference> Above(
        CaseState here,
        LinkTo link,
        Func<CaseReference, CaseState?> known
    ) =>
        link.Kind switch
        {
            LinkKind.Parent => Belonging.Above(link.Other, known),
            LinkKind.Child => Belonging.Above(here.Reference, one => one == here.Reference ? here : known(one)),
            _ => [],
        };

    private static CaseReference BelowBy(CaseState here, LinkTo link) =>
        link.Kind == LinkKind.Child ? link.Other : here.Reference;

    private static Refusal Ring(LinkTo link) =>
        new(
            RefusalCode.InvalidInput,
            (
                link.Kind == LinkKind.Child
                    ? $"This case is part of {link.Other} already"
                    : $"{link.Other} is part of this case already"
            ) + ", by itself or through others: undo that link first."
        );

    private static Refusal? OfOthers(CaseState here, CaseState? other) =>
        other is null || AreOfOneCustomer(here.Logged.Reporter, other.Logged.Reporter)
            ? null
            : new Refusal(
                RefusalCode.InvalidInput,
                $"{other.Reference} is not of the same customer on file: an escalation covers cases of one customer.",
                "ESS-83"
            );

    // Of an incident that belongs to a greater one it is the greater one's.
    private static WriteRfo? RfoOf(CaseState parent) =>
        parent.RfoWritten is { } rfo
            ? new WriteRfo(rfo.Text) { ApprovedBy = rfo.ApprovedBy, Of = rfo.Of ?? parent.Reference }
            : null;

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
