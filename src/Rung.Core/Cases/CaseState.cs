using NodaTime;
using Rung.Core.Cases.Folding;
using Rung.Core.Cases.Versions;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// What a case is at the end of its events: a fold, built by <see cref="Of"/> and never edited.
/// Instants are UTC; a null means "not so far".
/// </summary>
public sealed class CaseState
{
    private static readonly Dictionary<string, string> NoAnswers = [];
    private static readonly LadderStop[] NoStops = [];

    // Made only where a ladder stands still, which is seldom.
    private List<LadderStop>? _stops;

    private CaseState(CaseLogged logged, int events)
    {
        Logged = logged;
        Version = events;
        MarkList = new List<Mark>(events);
    }

    /// <summary>Folds the events in order of their time, ties in the order they were appended (semantics 36, 37).</summary>
    /// <exception cref="ArgumentException">No events, or the first is not <see cref="CaseLogged"/>.</exception>
    public static CaseState Of(IReadOnlyList<CaseEvent> events)
    {
        if (events.Count == 0 || events[0] is not CaseLogged logged)
        {
            throw new ArgumentException("A case begins with CaseLogged.", nameof(events));
        }
        var state = new CaseState(logged, events.Count);
        foreach (var happened in InTimeOrder(events))
        {
            CaseFold.Apply(state, happened);
        }
        return state;
    }

    /// <summary>The first event, with the reporter as it is by now.</summary>
    public CaseLogged Logged { get; internal set; }

    /// <summary>As issued; it never changes.</summary>
    public CaseReference Reference => Logged.Reference;

    /// <summary>The last move to another version of the guide; null: it is under the one it was logged under.</summary>
    public MovedToVersion? Moved => Turns is [.., var last] ? last.Moved : null;

    /// <summary>The version of the guide that the case is under. ESS-02.</summary>
    public string GuideVersion => Moved?.To ?? Logged.GuideVersion;

    /// <summary>Number of events folded; the expected version of the next append.</summary>
    public int Version { get; }

    /// <summary>ESS-69 to ESS-74. Between the reference and the first assignment: Open.</summary>
    public Condition Condition { get; internal set; } = Condition.Open;

    /// <summary>Id of the guide's priority; null: none yet, and nothing is due (ESS-24), or the kind has none.</summary>
    public string? Priority { get; internal set; }

    /// <summary>How the present priority came about.</summary>
    public PrioritySet? PrioritySet { get; internal set; }

    /// <summary>Ids of the services concerned, as last answered.</summary>
    public IReadOnlyList<string> Services { get; internal set; } = [];

    /// <summary>Answers of the intake, the latest of each question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; internal set; } = NoAnswers;

    /// <summary>Whether the desk still asks. ESS-24.</summary>
    public IntakeState Intake { get; internal set; } = IntakeState.Open;

    /// <summary>Who has it, also while it is held or resolved.</summary>
    public string? Engineer { get; internal set; }

    /// <summary>The hold the case is in, null when it is in none.</summary>
    public Held? Hold { get; internal set; }

    /// <summary>The answer out of hours that ends the present hold at the next opening; null: none came.</summary>
    public HoldEndSet? HoldAnswered { get; internal set; }

    /// <summary>When the present hold ends by itself.</summary>
    public Instant? HoldEndsBy => HoldAnswered?.EndsBy ?? Hold?.EndsBy;

    /// <summary>How often the case was put On-Hold.</summary>
    public int Holds { get; internal set; }

    /// <summary>The wait for somebody who is not the customer that goes on.</summary>
    public WaitBegan? Wait { get; internal set; }

    /// <summary>Flags that somebody decided on, by id. What holds without that: <see cref="CaseFacts.HasFlag"/>.</summary>
    public IReadOnlyDictionary<string, FlagSet> FlagsSet => Flags;

    /// <summary>The last outcome given. ESS-65.</summary>
    public DispositionGiven? Disposition { get; internal set; }

    /// <summary>The last resolution, also after it was rejected.</summary>
    public Resolved? Resolution { get; internal set; }

    /// <summary>How often it was resolved.</summary>
    public int Resolutions { get; internal set; }

    /// <summary>
    /// The reply that sent a resolved case back, while it may still be taken as the confirmation: until the case is held,
    /// changes its priority, is given an outcome, is answered again, is confirmed, is resolved anew
    /// or is moved to another version of its guide.
    /// </summary>
    public CustomerReplied? RejectingReply { get; internal set; }

    /// <summary>How often the customer said that it was not fixed, without what was taken as a confirmation after all.</summary>
    public int Rejections { get; internal set; }

    /// <summary>The customer's confirmation of the last resolution; null as well after a rejection.</summary>
    public Confirmed? Confirmed { get; internal set; }

    /// <summary>Contact attempts since the last resolution.</summary>
    public IReadOnlyList<AttemptMade> Attempts => AttemptsMade;

    /// <summary>Calls that are or were owed to the customer, in the order in which they came to be owed. ESS-51.</summary>
    public IReadOnlyList<OwedCall> Calls => CallList;

    /// <summary>The reason for outage as last written. ESS-76.</summary>
    public string? Rfo { get; internal set; }

    /// <summary>How the reason for outage came here as last written; null: there is none.</summary>
    public RfoWritten? RfoWritten { get; internal set; }

    /// <summary>When the reason for outage was written first.</summary>
    public Instant? RfoWrittenAt { get; internal set; }

    /// <summary>What closing waits for; null: for nothing.</summary>
    public ClosingBlocked? Blocked { get; internal set; }

    /// <summary>The closing, with the verdicts as they stood.</summary>
    public Closed? Closed { get; internal set; }

    /// <summary>The contact agreed last for the night. ESS-49.</summary>
    public OutOfHoursContactAgreed? OutOfHours { get; internal set; }

    /// <summary>The closing time that a handover prompt was last given for.</summary>
    public Instant? HandoverPromptedFor { get; internal set; }

    /// <summary>Links that stand, in order of time. Semantics 38.</summary>
    public IReadOnlyList<Linked> Links => LinkList;

    /// <summary>The case with which this one is escalated; null: with none. Its levels, plan and call-backs are that one's.</summary>
    public CaseReference? CoveredBy => LinkList.FindLast(link => link.Kind == LinkKind.CoveredBy)?.Other;

    /// <summary>The cases whose escalation covered this one until it ended: what was promised then was promised for both. SMC-39.</summary>
    public IReadOnlyList<CaseReference> EscalatedWith => EscalatedWithList;

    /// <summary>When the customer last heard something of the desk that counts as an update. Semantics 24.</summary>
    public Instant? LastUpdateAt { get; internal set; }

    /// <summary>When the customer last said something; null for monitoring until they do.</summary>
    public Instant? LastCustomerContactAt { get; internal set; }

    /// <summary>The way they last used; at first the source.</summary>
    public Channel LastCustomerChannel { get; internal set; }

    /// <summary>Since when something the customer said waits for the desk to act; null: nothing does.</summary>
    public Instant? UnreadSince { get; internal set; }

    /// <summary>Breaches on record, in order; they stand although a due may have moved since. Semantics 14.</summary>
    public IReadOnlyList<TargetMissed> Missed => MissedList;

    /// <summary>Targets whose breach has its reason on record.</summary>
    public IReadOnlySet<string> Explained => ExplainedSet;

    /// <summary>Warnings given, in order.</summary>
    public IReadOnlyList<TargetWarned> Warned => WarnedList;

    /// <summary>What clocks start, stop and pause on, in order of time.</summary>
    public IReadOnlyList<Mark> Marks => MarkList;

    /// <summary>The escalations of the case, the latest last; on each ladder at most one is active.</summary>
    public IReadOnlyList<Escalation> Escalations => EscalationList;

    /// <summary>The escalation that is worked by: of those that go on one that was asked for, the latest; null: there is none.</summary>
    public Escalation? Escalation => EscalationList.Count == 0 ? null : Worked();

    /// <summary>Times in which ladders stood still.</summary>
    public IReadOnlyList<LadderStop> LadderStops => (IReadOnlyList<LadderStop>?)_stops ?? NoStops;

    /// <summary>The wish to escalate that nobody of the desk has done anything about yet; null: there is none. S-04.</summary>
    public EscalationAsked? WishToSee =>
        UnreadSince is { } since && EscalationRequests is [.., var last] && last.At >= since ? last : null;

    /// <summary>Wishes to escalate that raised no level. S-04.</summary>
    public IReadOnlyList<EscalationAsked> EscalationsAsked => EscalationRequests;

    /// <summary>The request to escalate that waits for its decision; null: none does.</summary>
    public EscalationRequested? EscalationPending { get; internal set; }

    /// <summary>The last grant of more urgency than the priority gives. ESS-81.</summary>
    public UrgencyGranted? Urgency { get; internal set; }

    /// <summary>How a complaint stands; null: nothing was done about it so far, or the case is none.</summary>
    public ComplaintState? Complaint { get; internal set; }

    /// <summary>
    /// What is or was owed in escalations and beside them: call-backs, planned contacts, steps, dates for a reason for outage or an
    /// answer.
    /// </summary>
    public IEnumerable<Promise> Promises => EscalationList.SelectMany(one => one.Promises).Concat(PromiseList);

    /// <summary>How many promises were missed; what an escalation waits for inside is none.</summary>
    public int MissedPromises =>
        Promises.Count(one => one.CountsAsMissed && !one.For.IsNextStep())
        + CallList.Count(call => call.MissedAt is not null);

    /// <summary>Time of the latest event, of whatever sort.</summary>
    public Instant LastEventAt { get; internal set; }

    /// <summary>Time of the last event that changed the condition.</summary>
    public Instant ConditionSince { get; internal set; }

    /// <summary>
    /// Time of the last event that later decisions rested on: condition, priority, engineer, what the customer said.
    /// Nothing that changes the case may be entered as having happened before it.
    /// </summary>
    public Instant FirmSince { get; internal set; }

    /// <summary>Whether everybody's words and names on it were erased: nothing can begin with them any more.</summary>
    public bool IsErased { get; internal set; }

    /// <summary>Closed for good. ESS-74.</summary>
    public bool IsClosed => Condition == Condition.Closed;

    /// <summary>Resolved and not closed, asked for confirmation or not. ESS-72, ESS-73.</summary>
    public bool IsResolved => Condition is Condition.Resolved or Condition.ResolvedToConfirm;

    /// <summary>Not closed.</summary>
    public bool IsLive => !IsClosed;

    internal VersionTurn[] Turns { get; set; } = [];
    internal Dictionary<string, FlagSet> Flags { get; } = [];
    internal List<AttemptMade> AttemptsMade { get; } = [];
    internal List<OwedCall> CallList { get; } = [];
    internal List<Linked> LinkList { get; } = [];
    internal List<CaseReference> EscalatedWithList { get; } = [];
    internal List<PrioritySet> PriorityList { get; } = [];
    internal HashSet<string> ExplainedSet { get; } = [];
    internal List<TargetMissed> MissedList { get; } = [];
    internal List<TargetWarned> WarnedList { get; } = [];
    internal List<Mark> MarkList { get; }
    internal List<Escalation> EscalationList { get; } = [];
    internal List<EscalationAsked> EscalationRequests { get; } = [];
    internal List<Promise> PromiseList { get; } = [];
    internal List<HandoverFellDue> HandoverList { get; } = [];
    internal List<OutOfHoursContactAgreed> NightContacts { get; } = [];
    internal List<LadderStop> StopList => _stops ??= [];

    /// <summary>The escalation of a number; null: none of it goes on.</summary>
    /// <param name="number">Null: the one that is worked on.</param>
    public Escalation? EscalationAbout(int? number) =>
        number is null ? Escalation : EscalationList.Find(one => one.Number == number && one.IsActive);

    /// <summary>The escalation that goes on upon a ladder; null: none does.</summary>
    public Escalation? EscalationOn(string ladder) =>
        EscalationList.Count == 0 ? null : EscalationList.FindLast(one => one.IsActive && one.Ladder == ladder);

    private Escalation? Worked() =>
        EscalationList.FindLast(one => one is { IsActive: true, IsAsked: true })
        ?? EscalationList.FindLast(one => one.IsActive);

    private static IEnumerable<CaseEvent> InTimeOrder(IReadOnlyList<CaseEvent> events)
    {
        for (var index = 1; index < events.Count; index++)
        {
            if (events[index].At < events[index - 1].At)
            {
                return events.OrderBy(happened => happened is CaseLogged ? 0 : 1).ThenBy(happened => happened.At);
            }
        }
        return events;
    }
}
