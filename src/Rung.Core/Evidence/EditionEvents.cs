using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Wording;

namespace Rung.Core.Evidence;

/// <summary>
/// What an edition says of what happened. The customer's leaves out notes, other customers' cases, and what one post said
/// to another; whom the desk contacted, when and with what outcome is in it (SMC-10).
/// </summary>
public static class EditionEvents
{
    /// <summary>In order of their time; of answers that were saved while somebody typed only the last.</summary>
    internal static IEnumerable<CaseEvent> Of(EvidenceOf of)
    {
        var lastAnswers = of.Events.OfType<IntakeAnswered>().LastOrDefault();
        return of
            .Events.Where(happened => happened is not IntakeAnswered || ReferenceEquals(happened, lastAnswers))
            .OrderBy(happened => happened.At)
            .Select(happened => of.IsInternal ? happened : ForCustomer(happened))
            .OfType<CaseEvent>();
    }

    /// <summary>What the customer reads of it; null: nothing.</summary>
    public static CaseEvent? ForCustomer(CaseEvent happened) =>
        happened switch
        {
            Escalated entered => entered with
            {
                Note = OwnWords(entered, entered.Note),
                Override = null,
                Warnings = [],
            },
            EscalationRepeated again => again with { Note = OwnWords(again, again.Note) },
            EscalationRequested asked => asked with { Note = OwnWords(asked, asked.Note), Warnings = [] },
            Engaged engaged => engaged with { Text = null },
            ReporterChanged changed => changed with { Reason = null },
            Updated update => update with { Of = null },
            RfoWritten rfo => rfo with { Of = null },
            PromiseMissed missed when missed.For.IsInside() => null,
            IntakeAnswered
            or WaitBegan
            or WaitEnded
            or TargetMissed
            or CallOwed
            or CallMissed
            or PromiseMissed
            or PeerNamed
            or DecisionTaken
            or OutOfHoursContactAgreed => happened,
            _ => CustomerSees.Of(happened) ? happened : null,
        };

    // What the customer wrote themselves they read again; what the desk noted beside a call they do not.
    private static string? OwnWords(CaseEvent happened, string? note) => happened.By.IsCustomer ? note : null;
}
