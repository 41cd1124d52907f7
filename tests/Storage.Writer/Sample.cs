using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage.Cases;
using Rung.Storage.Dues;
using Rung.Storage.Queue;
using Rung.Storage.Search;

namespace Rung.Storage.Writer;

/// <summary>Cases as a desk would write them: three events, two dues, a queue row, words to be found by.</summary>
public static class Sample
{
    public const string Desk = "schools-desk";
    public static readonly Actor Agent = new("Service Desk Analyst", Actor.AgentRole);

    /// <summary>Thursday 24 December 2026 15:31 in London.</summary>
    public static readonly Instant Issued = Instant.FromUtc(2026, 12, 24, 15, 31);

    public static readonly Reporter Reporter = new(
        "millbrook-primary",
        "Millbrook Primary School",
        "Site administrator",
        "site-administrator",
        "01632 960123",
        "office@millbrook.example.org"
    )
    {
        CustomerReference = "MB/2026-118",
    };

    public static CaseReference ReferenceOf(long id) => CaseReference.FromNumber("R", id);

    public static CaseLogged Logged(long id, Instant at) =>
        new()
        {
            At = at,
            RecordedAt = at,
            By = Agent,
            Reference = ReferenceOf(id),
            Desk = Desk,
            GuideVersion = "2.1",
            Kind = "fault",
            Source = Channel.Phone,
            Subject = "E-mail is down for some users",
            Reporter = Reporter,
            ReceivedAt = at - Duration.FromMinutes(11),
            ClockStart = at,
            StartCite = "first-contact",
        };

    public static Noted Note(string text, Instant at) =>
        new(text)
        {
            At = at,
            RecordedAt = at,
            By = Agent,
        };

    public static IReadOnlyList<CaseEvent> FirstEvents(long id, Instant at) =>
        [
            Logged(id, at),
            new IntakeAnswered(
                ["email"],
                new Dictionary<string, string> { ["affected"] = "some", ["tried"] = "Restarted the mail program." },
                IntakeState.Finished
            )
            {
                At = at,
                RecordedAt = at,
                By = Agent,
            },
            new PrioritySet(
                "P3",
                PriorityCause.Chosen,
                new Proposal("P3", "some-users", "some users", "table"),
                null,
                null
            )
            {
                At = at,
                RecordedAt = at,
                By = Agent,
            },
        ];

    public static QueueRow Row(long id, Instant at) =>
        new()
        {
            CaseId = id,
            Desk = Desk,
            Reference = ReferenceOf(id),
            Subject = "E-mail is down for some users",
            Kind = "fault",
            Source = Channel.Phone,
            Priority = "P3",
            PriorityRank = 3,
            Condition = Condition.Open,
            CustomerId = Reporter.CustomerId,
            CustomerName = Reporter.CustomerName,
            ReportedBy = Reporter.ContactName,
            LoggedAt = at,
            Clock = new QueueClock
            {
                State = QueueClockState.Running,
                Target = "resolve",
                DueAt = at + Duration.FromHours(30),
                Allowance = Duration.FromHours(30),
                CountsIn = "desk-hours",
            },
            LastContactAt = at,
            UpdatedAt = at,
        };

    public static IReadOnlyList<DueRow> Dues(Instant at) =>
        [new("warn:resolve", 1, at + Duration.FromHours(22)), new("missed:resolve", 1, at + Duration.FromHours(30))];

    public static IReadOnlyList<SearchTerm> Terms { get; } =
    [
        .. SearchText.Words("E-mail is down for some users. Restarted the mail program. Millbrook Primary School"),
        .. SearchText.Phone("01632 960123"),
        .. SearchText.CustomerReference("MB/2026-118"),
    ];

    public static CaseChange New(long id, Instant at) =>
        new(id, ExpectedVersion: 0, FirstEvents(id, at), Row(id, at), Dues(at)) { Terms = Terms };

    public static CaseChange Noting(long id, long version, string text) =>
        new(id, version, [Note(text, Issued)], Row(id, Issued), Dues(Issued));
}
