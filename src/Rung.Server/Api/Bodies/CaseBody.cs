using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>A case as it stands. Everything in it is computed from its events, the guide and the time.</summary>
public sealed record CaseBody
{
    public required string Reference { get; init; }
    public required string Desk { get; init; }

    /// <summary>The version of the guide it was logged under and keeps.</summary>
    public required string GuideVersion { get; init; }

    /// <summary>The number of its events; the ETag in quotes.</summary>
    public required long Version { get; init; }
    public required string Subject { get; init; }
    public required string Kind { get; init; }
    public required Channel Source { get; init; }
    public required Condition Condition { get; init; }

    /// <summary>The guide's name for the condition.</summary>
    public required string ConditionName { get; init; }
    public required Instant ConditionSince { get; init; }
    public PriorityBody? Priority { get; init; }
    public string? Engineer { get; init; }
    public required Reporter Reporter { get; init; }
    public required IReadOnlyList<string> Services { get; init; }
    public required IReadOnlyDictionary<string, string> Answers { get; init; }
    public required IntakeState Intake { get; init; }
    public required Instant ReceivedAt { get; init; }
    public Instant? DetectedAt { get; init; }
    public required Instant LoggedAt { get; init; }
    public required Instant ClockStart { get; init; }
    public HoldBody? Hold { get; init; }
    public WaitBody? Wait { get; init; }
    public required IReadOnlyList<FlagBody> Flags { get; init; }
    public DispositionGiven? Disposition { get; init; }
    public Resolved? Resolution { get; init; }
    public required IReadOnlyList<AttemptMade> Attempts { get; init; }

    /// <summary>Whether the customer is to be telephoned, since what failed carries their mail (ESS-51).</summary>
    public required bool PhoneCustomer { get; init; }

    /// <summary>Calls that are or were owed to the customer beside messages.</summary>
    public required IReadOnlyList<CallBody> Calls { get; init; }
    public string? Rfo { get; init; }

    /// <summary>Why it is not closed although it would be.</summary>
    public string? ClosingBlocked { get; init; }
    public Closed? Closed { get; init; }
    public required IReadOnlyList<LinkBody> Links { get; init; }
    public CaseReference? Continues { get; init; }

    /// <summary>The case that continues this closed one, begun by this very request.</summary>
    public CaseReference? Next { get; init; }

    /// <summary>The latest last; on each ladder at most one is active.</summary>
    public required IReadOnlyList<EscalationBody> Escalations { get; init; }

    /// <summary>The case whose escalation covers this one too, with its levels, plan and call-backs; left out: none does.</summary>
    public CaseReference? EscalatedWith { get; init; }

    /// <summary>A request to escalate that waits for its decision; left out: none does.</summary>
    public EscalationRequested? EscalationPending { get; init; }

    /// <summary>What was promised in escalations.</summary>
    public required IReadOnlyList<PromiseBody> Promises { get; init; }

    /// <summary>What it is as a complaint; left out: it is none.</summary>
    public ComplaintBody? Complaint { get; init; }

    /// <summary>More urgency than the priority gives (ESS-81).</summary>
    public UrgencyGranted? Urgency { get; init; }
    public Instant? LastUpdateAt { get; init; }
    public Instant? LastCustomerContactAt { get; init; }
    public Instant? UnreadSince { get; init; }
    public required IReadOnlyList<ClockBody> Clocks { get; init; }

    /// <summary>What happens by itself unless the case changes first, soonest first.</summary>
    public required IReadOnlyList<DueBody> Dues { get; init; }

    /// <summary>The desk's time at which clocks were read.</summary>
    public required Instant Now { get; init; }

    /// <summary>The desk's time zone.</summary>
    public required string Zone { get; init; }

    public static CaseBody Of(CaseSnapshot snapshot) =>
        snapshot.Sight.IsCustomers ? Whole(snapshot).ForCustomer() : Whole(snapshot);

    // What is agreed and noted inside the desk is not for customers; parts that are events know themselves what is.
    private CaseBody ForCustomer() =>
        this with
        {
            Flags = [],
            ClosingBlocked = null,
            Urgency = null,
            UnreadSince = null,
            Dues = [],
            Promises = [.. Promises.Where(one => !one.For.IsInside())],
        };

    private static CaseBody Whole(CaseSnapshot snapshot)
    {
        var (guide, state) = (snapshot.Guide, snapshot.State);
        var logged = state.Logged;
        return new CaseBody
        {
            Reference = state.Reference.Text,
            Desk = logged.Desk,
            GuideVersion = state.GuideVersion,
            Version = snapshot.Version,
            Subject = logged.Subject,
            Kind = logged.Kind,
            Source = logged.Source,
            Condition = state.Condition,
            ConditionName = CaseParts.NameOf(guide, state.Condition),
            ConditionSince = state.ConditionSince,
            Priority = CaseParts.PriorityOf(guide, state),
            Engineer = state.Engineer,
            Reporter = logged.Reporter,
            Services = state.Services,
            Answers = state.Answers,
            Intake = state.Intake,
            ReceivedAt = logged.ReceivedAt,
            DetectedAt = logged.DetectedAt,
            LoggedAt = logged.At,
            ClockStart = logged.ClockStart,
            Hold = CaseParts.HoldOf(guide, state),
            Wait = state.Wait is { } wait ? new WaitBody(wait.Reason, wait.For, wait.At) : null,
            Flags = CaseParts.FlagsOf(snapshot),
            Disposition = state.Disposition,
            Resolution = state.Resolution,
            Attempts = state.Attempts,
            PhoneCustomer = state.IsLive && CaseFacts.Of(guide, state, snapshot.Now).Calls is not null,
            Calls = CallBody.Of(snapshot),
            Rfo = state.Rfo,
            ClosingBlocked = state.IsClosed ? null : state.Blocked?.Why,
            Closed = state.Closed,
            Links =
            [
                .. state
                    .Links.Where(link => snapshot.Sight.Names(link.Other))
                    .Select(link => new LinkBody(link.Other, link.Kind)),
            ],
            Continues = snapshot.Sight.Names(logged.Continues) ? logged.Continues : null,
            Escalations = EscalationBody.Of(snapshot),
            EscalatedWith = snapshot.Sight.Names(state.CoveredBy) ? state.CoveredBy : null,
            EscalationPending = snapshot.Sight.Of(state.EscalationPending),
            Promises = PromiseBody.Of(guide, state),
            Complaint = ComplaintBody.Of(snapshot),
            Urgency = state.Urgency,
            LastUpdateAt = state.LastUpdateAt,
            LastCustomerContactAt = state.LastCustomerContactAt,
            UnreadSince = state.UnreadSince,
            Clocks = [.. snapshot.Clocks.Select(ClockBody.Of)],
            Dues = [.. snapshot.Dues.Select(DueBody.Of)],
            Now = snapshot.Now,
            Zone = guide.DeskCalendar.Zone.Id,
        };
    }
}
