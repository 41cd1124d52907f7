using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>
/// A provider's contact and escalation guide, read and checked: what the engine enforces, what the customer reads
/// and what refusals cite. Immutable; two guides with equal <see cref="ContentHash"/> decide alike.
/// Source: <c>docs/guide-language.md</c>.
/// </summary>
public sealed record Guide
{
    /// <summary>Title, version and validity. ESS-01 to ESS-03.</summary>
    public required DocumentControl Document { get; init; }

    /// <summary>Lower-case hex SHA-256 of the file's bytes; cases pin it together with the version.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Whether mails lead to their case by a link. Not the file says so, but the installation, which people reach or do not.</summary>
    public Permission CaseLinks { get; init; } = Permission.No;

    /// <summary>The document's text in reading order; rules cite these by id.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>Calendars by id, compiled.</summary>
    public required IReadOnlyDictionary<string, WorkingCalendar> Calendars { get; init; }

    /// <summary>The same calendars as written, for the printed guide.</summary>
    public required IReadOnlyDictionary<string, CalendarSource> CalendarSources { get; init; }

    /// <summary>The desk's hours and the form of its references. ESS-13, ESS-14.</summary>
    public required DeskHours Desk { get; init; }

    /// <summary>Posts of the provider, parts of the customer, suppliers. SMC-17, ESS-94.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>What customers subscribe to; empty: the guide tells services apart nowhere. ESS-95.</summary>
    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>Whom to contact for what, in the order in which they are offered. ESS-08 to ESS-12.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>What callers are told whose organisation has a desk of its own; null: a plain sentence. ESS-05.</summary>
    public FirstLineReferral? FirstLine { get; init; }

    /// <summary>Classes of contract; empty: all customers have the same. SMC-02.</summary>
    public required IReadOnlyList<Contract> Contracts { get; init; }

    /// <summary>Kinds of case with their default priorities. ESS-42, A-25.</summary>
    public required IReadOnlyList<CaseKind> Kinds { get; init; }

    /// <summary>What has to be asked before a case is understood. ESS-17 to ESS-36.</summary>
    public required Intake Intake { get; init; }

    /// <summary>Most urgent first; the place in the list is the <see cref="Rank"/>. ESS-54 to ESS-62.</summary>
    public required IReadOnlyList<Priority> Priorities { get; init; }

    /// <summary>Tried in order; the first that holds proposes. ESS-63.</summary>
    public required IReadOnlyList<PriorityRule> PriorityRules { get; init; }

    /// <summary>Applied in order to what is proposed; empty: none.</summary>
    public IReadOnlyList<PriorityLimit> PriorityLimits { get; init; } = [];

    /// <summary>How a default priority may be raised; null: any agent may, at any time. ESS-43.</summary>
    public PriorityRaise? Raise { get; init; }

    /// <summary>Who may lower a priority; null: any agent, with a reason. A-27.</summary>
    public PriorityLowering? Lowering { get; init; }

    /// <summary>Where clocks begin, by source; a source without a rule starts at the reference. A-04.</summary>
    public required IReadOnlyList<StartRule> Starts { get; init; }

    /// <summary>What is measured; the first of role resolve, else restore, is the main one.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>The guide's words for the conditions. ESS-69 to ESS-75.</summary>
    public required IReadOnlyList<ConditionText> Conditions { get; init; }

    /// <summary>Reasons to put a case On-Hold. ESS-71.</summary>
    public required IReadOnlyList<HoldReason> HoldReasons { get; init; }

    /// <summary>Reasons to wait for somebody who is not the customer. Semantics 13.</summary>
    public required IReadOnlyList<WaitReason> WaitReasons { get; init; }

    /// <summary>From resolved to closed. ESS-52, ESS-72, ESS-73.</summary>
    public required ClosingRules Closing { get; init; }

    /// <summary>Work at night; null: none, and nobody is prompted before closing time. ESS-47 to ESS-49.</summary>
    public OutOfHoursWork? OutOfHours { get; init; }

    /// <summary>When customers are rung beside what is written to them; null: never. ESS-51.</summary>
    public CallRule? Calls { get; init; }

    /// <summary>Outcomes other than a fix; empty: a target is met by a fix alone. ESS-64.</summary>
    public required IReadOnlyList<Disposition> Dispositions { get; init; }

    /// <summary>Marks that conditions can ask for. A-15.</summary>
    public required IReadOnlyList<Flag> Flags { get; init; }

    /// <summary>When a reason for outage is owed; null: never. ESS-76.</summary>
    public ReasonForOutage? Rfo { get; init; }

    /// <summary>Who is told what; each rule that fits a moment sends its own message. ESS-77.</summary>
    public required IReadOnlyList<NotificationRule> Notifications { get; init; }

    /// <summary>Null: the guide says nothing about it.</summary>
    public Letterhead? Letterhead { get; init; }

    /// <summary>What is written to whoever gets in by a link in a mail; null: <see cref="EntryLetters.Usual"/>.</summary>
    public EntryLetters? Entry { get; init; }

    /// <summary>Who may grant more urgency than the priority gives; null: nobody. ESS-81.</summary>
    public UrgencyRule? Urgency { get; init; }

    /// <summary>Tried in order; the first that fits a case is its own. ESS-83.</summary>
    public required IReadOnlyList<Ladder> Ladders { get; init; }

    /// <summary>Plans offered when an escalation agrees on one. SMC-12.</summary>
    public required IReadOnlyList<CommunicationPlan> CommunicationPlans { get; init; }

    /// <summary>What is promised to persons, and who is alerted when it is missed. SMC-09.</summary>
    public required IReadOnlyList<PromiseRule> Promises { get; init; }

    /// <summary>How complaints are answered; null: the guide has none. ESS-88 to ESS-93.</summary>
    public ComplaintProcess? Complaints { get; init; }

    /// <summary>How long what is kept is kept; null: without end.</summary>
    public RetentionRules? Retention { get; init; }

    /// <summary>Notice of planned work; shown, not enforced.</summary>
    public required IReadOnlyList<MaintenanceNotice> Maintenance { get; init; }

    /// <summary>Goals over many cases; shown, not enforced.</summary>
    public required IReadOnlyList<ReportGoal> Goals { get; init; }

    /// <summary>Questions the source leaves open and the reading this guide takes (A-01, S-01, …).</summary>
    public required IReadOnlyList<ReadingTaken> Readings { get; init; }

    /// <summary>The calendar of the desk's support hours.</summary>
    public WorkingCalendar DeskCalendar => Calendars[Desk.Calendar];

    /// <summary>Null for null and for an id that the guide does not have; so for the look-ups below.</summary>
    public Priority? Priority(string? id) => Priorities.FirstOrDefault(priority => priority.Id == id);

    /// <summary>Null when unknown.</summary>
    public HoldReason? HoldReason(string? id)
    {
        foreach (var reason in HoldReasons)
        {
            if (reason.Id == id)
            {
                return reason;
            }
        }
        return null;
    }

    /// <summary>Null when unknown.</summary>
    public WaitReason? WaitReason(string? id) => WaitReasons.FirstOrDefault(reason => reason.Id == id);

    /// <summary>What a person calls the hold or wait reason for which a clock stands still; null when unknown.</summary>
    public string? PauseName(string? reason) => HoldReason(reason)?.Name ?? WaitReason(reason)?.Name;

    /// <summary>Null when unknown.</summary>
    public CaseKind? Kind(string? id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    /// <summary>Null when unknown.</summary>
    public Contract? Contract(string? id) => Contracts.FirstOrDefault(contract => contract.Id == id);

    /// <summary>Null when unknown.</summary>
    public Flag? Flag(string? id) => Flags.FirstOrDefault(flag => flag.Id == id);

    /// <summary>Null when unknown.</summary>
    public Service? Service(string? id) => Services.FirstOrDefault(service => service.Id == id);

    /// <summary>The rank of a priority, 0 the most urgent; a case without one sorts before all (-1).</summary>
    public int Rank(string? priority)
    {
        for (var rank = 0; rank < Priorities.Count; rank++)
        {
            if (Priorities[rank].Id == priority)
            {
                return rank;
            }
        }
        return -1;
    }

    /// <summary>The heading a person reads for a citation, e.g. "Case priorities"; the id itself when unknown.</summary>
    public string Heading(string paragraph) =>
        Paragraphs.FirstOrDefault(candidate => candidate.Id == paragraph)?.Title ?? paragraph;
}
