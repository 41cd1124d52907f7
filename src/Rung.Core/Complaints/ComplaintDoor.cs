using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Complaints;

/// <summary>What a complaint is turned down for when it is logged, and what is never done to one.</summary>
internal static class ComplaintDoor
{
    /// <summary>Why a complaint cannot be logged so; null for every other kind.</summary>
    public static Refusal? Refuses(Guide guide, LogCase command)
    {
        if (!guide.IsComplaint(command.Kind))
        {
            return command.Complaint is null
                ? null
                : new Refusal(
                    RefusalCode.InvalidInput,
                    "Only a complaint has these details: leave them out, or log it as a complaint.",
                    "ESS-88",
                    guide.Complaints?.Cite
                );
        }
        return PriorityIsGiven(guide, command)
            ?? DeliveryIsMissing(guide, command)
            ?? (command.Complaint is { } details ? DetailsAreWrong(guide, details) : null);
    }

    /// <summary>What no complaint is subjected to; null: it may be done.</summary>
    public static Refusal? Refuses(Decision decision, CaseCommand command)
    {
        if (!decision.IsComplaint)
        {
            return null;
        }
        var cite = decision.Guide.Complaints?.Cite ?? decision.CiteOfKind;
        return command switch
        {
            SetPriority => new Refusal(
                RefusalCode.PriorityOutOfBounds,
                "A complaint has no priority: it has a clock of its own.",
                "ESS-92",
                cite
            ),
            Resolve => new Refusal(
                RefusalCode.WrongCondition,
                "A complaint is resolved by its full answer: send the answer.",
                "ESS-92",
                cite
            ),
            // A link would tell whoever sees the other case that there is a complaint.
            LinkTo { Kind: not (LinkKind.Continues or LinkKind.ContinuedBy) } => new Refusal(
                RefusalCode.WrongCondition,
                "A complaint is linked to no other case: name it in a note.",
                "ESS-93",
                cite
            ),
            // The other team is none of those who may know of it.
            PassOn => new Refusal(
                RefusalCode.WrongCondition,
                "A complaint is handed over to no other team: answer it, or take it to the management.",
                "ESS-93",
                cite
            ),
            ChangeReporter => new Refusal(
                RefusalCode.WrongCondition,
                "A complaint stays with who made it: say in a note who speaks for them.",
                "ESS-93",
                cite
            ),
            GiveDisposition => new Refusal(
                RefusalCode.DispositionNotAllowed,
                "A complaint is given no outcome: answer it.",
                "ESS-92",
                cite
            ),
            EscalationCommand => new Refusal(
                RefusalCode.NotEscalated,
                "A complaint climbs no ladder: take it to the management.",
                "ESS-91",
                cite
            ),
            _ => null,
        };
    }

    private static Refusal? PriorityIsGiven(Guide guide, LogCase command) =>
        command.Priority is null
            ? null
            : new Refusal(
                RefusalCode.PriorityOutOfBounds,
                "A complaint has no priority: leave it out.",
                "ESS-92",
                guide.Kind(command.Kind)?.Cite
            );

    // ESS-89, A-20: nobody but the one who has the letter knows when it was delivered.
    private static Refusal? DeliveryIsMissing(Guide guide, LogCase command) =>
        command is { Source: Channel.Letter, ReceivedAt: null }
            ? new Refusal(
                RefusalCode.InvalidInput,
                "Enter when the letter was delivered: the time to answer it counts from there.",
                "ESS-89",
                guide.Complaints?.Cite
            )
            : null;

    private static Refusal? DetailsAreWrong(Guide guide, ComplaintDetails details) =>
        Decision.NeedsText(details.Text, "The complaint")
        ?? Decision.MayName(details.About, "The person complained of")
        ?? (
            details.AboutRole is { } role && guide.Roles.All(one => one.Id != role)
                ? LoggingDoor.Unknown(
                    "role",
                    role,
                    guide.Roles.Select(one => one.Id),
                    ("ESS-93", guide.Complaints?.Cite)
                )
                : null
        )
        ?? Papers.Refuses(details.Papers);
}
