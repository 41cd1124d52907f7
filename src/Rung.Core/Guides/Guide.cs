using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>
/// A provider's contact and escalation guide, read and checked: what the engine enforces, what the customer reads
/// and what refusals cite. Immutable; two guides with equal <see cref="ContentHash"/> decide alike.
/// Source: <c>docs/guide-language.md</c>.
/// </summary>
public sealed record Guide
{
    public required DocumentControl Document { get; init; }

    /// <summary>Lower-case hex SHA-256 of the file's bytes; cases pin it together with the version.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The document's text in reading order; rules cite these by id.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>Calendars by id, compiled.</summary>
    public required IReadOnlyDictionary<string, WorkingCalendar> Calendars { get; init; }

    /// <summary>The same calendars as written, for the printed guide.</summary>
    public required IReadOnlyDictionary<string, CalendarSource> CalendarSources { get; init; }

    public required DeskHours Desk { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required IReadOnlyList<Service> Services { get; init; }
    public required IReadOnlyList<Route> Routes { get; init; }
    public FirstLineReferral? FirstLine { get; init; }
    public required IReadOnlyList<Contract> Contracts { get; init; }
    public required IReadOnlyList<CaseKind> Kinds { get; init; }
    public required Intake Intake { get; init; }
    public required IReadOnlyList<Priority> Priorities { get; init; }
    public required IReadOnlyList<PriorityRule> PriorityRules { get; init; }
    public IReadOnlyList<PriorityLimit> PriorityLimits { get; init; } = [];
    public PriorityRaise? Raise { get; init; }
    public PriorityLowering? Lowering { get; init; }
    public required IReadOnlyList<StartRule> Starts { get; init; }
    public required IReadOnlyList<Target> Targets { get; init; }
    public required IReadOnlyList<ConditionText> Conditions { get; init; }
    public required IReadOnlyList<HoldReason> HoldReasons { get; init; }
    public required IReadOnlyList<WaitReason> WaitReasons { get; init; }
    public required ClosingRules Closing { get; init; }
    public OutOfHoursWork? OutOfHours { get; init; }
    public CallRule? Calls { get; init; }
    public required IReadOnlyList<Disposition> Dispositions { get; init; }
    public required IReadOnlyList<Flag> Flags { get; init; }
    public ReasonForOutage? Rfo { get; init; }
    public required IReadOnlyList<NotificationRule> Notifications { get; init; }

    /// <summary>Null: the guide says nothing about it.</summary>
    public Letterhead? Letterhead { get; init; }
    public UrgencyRule? Urgency { get; init; }
    public required IReadOnlyList<Ladder> Ladders { get; init; }
    public required IReadOnlyList<CommunicationPlan> CommunicationPlans { get; init; }
    public required IReadOnlyList<PromiseRule> Promises { get; init; }
    public ComplaintProcess? Complaints { get; init; }
    public required IReadOnlyList<MaintenanceNotice> Maintenance { get; init; }
    public required IReadOnlyList<ReportGoal> Goals { get; init; }

    /// <summary>Questions the source leaves open and the reading this guide takes (A-01, S-01, …).</summary>
    public required IReadOnlyList<ReadingTaken> Readings { get; init; }

    /// <summary>The calendar of the desk's support hours.</summary>
    public WorkingCalendar DeskCalendar => Calendars[Desk.Calendar];

    public Priority? Priority(string? id) => Priorities.FirstOrDefault(priority => priority.Id == id);

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

    public WaitReason? WaitReason(string? id) => WaitReasons.FirstOrDefault(reason => reason.Id == id);

    /// <summary>What a person calls the hold or wait reason for which a clock stands still; null when unknown.</summary>
    public string? PauseName(string? reason) => HoldReason(reason)?.Name ?? WaitReason(reason)?.Name;

    public CaseKind? Kind(string? id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    public Flag? Flag(string? id) => Flags.FirstOrDefault(flag => flag.Id == id);

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
