using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Bench.Lists;

/// <summary>
/// Cases by number, the closed ones first: decided by the core, written by the store's own writer. Closed ones were
/// reported over six years, open ones since yesterday's opening, so that nothing is due yet.
/// </summary>
internal sealed class CaseMaker(Guide guide, Sizes sizes)
{
    private static readonly Actor Agent = new("Service Desk Analyst", Actor.AgentRole);
    private static readonly Instant FirstClosed = Instant.FromUtc(2020, 11, 2, 9, 0);
    private static readonly Duration ClosedSpread = Duration.FromDays(6 * 365);
    private static readonly Instant FirstOpen = Instant.FromUtc(2026, 11, 23, 8, 0);
    private static readonly Duration OpenSpread = Duration.FromHours(29);

    // The guide makes them priorities 3 and 4.
    private static readonly string[] Kinds = ["fault", "information"];

    public int Count => sizes.Open + sizes.Closed;

    /// <summary>What the customer calls the case with this number.</summary>
    public static string CustomerReference(long id) => $"INC{id:D8}";

    public CaseReference Reference(long id) => CaseReference.FromNumber(guide.Desk.ReferencePrefix, id);

    public async Task Write(SqlSession session, long id, TermLists terms)
    {
        var change = Made(id);
        var write = CaseWrites.Of([new ChangedCase(id, guide, change)], [], LargeDesk.Now);
        var row = write.Cases[0];
        terms.Add(id, Micros.Of(row.Row.LoggedAt), row.Terms);
        await new CaseWriter(new CaseWrite(row with { Terms = [] }), held: "").Run(session);
    }

    private Change Made(long id)
    {
        var random = new Random((int)id);
        var isClosed = id <= sizes.Closed;
        var at = isClosed
            ? FirstClosed + (ClosedSpread * ((double)id / sizes.Closed))
            : FirstOpen + (OpenSpread * ((double)(id - sizes.Closed) / sizes.Open));
        var logged = Done(CaseDesk.Log(guide, Log(id, random), At(id, DeskClock.Whole(at))));
        return isClosed ? Ended(logged, id, random)
            : random.Next(10) < 4 ? Taken(logged, id, random)
            : logged;
    }

    private Change Ended(Change logged, long id, Random random)
    {
        var at = logged.State.Logged.At + Duration.FromMinutes(random.Next(10, 90));
        var resolve = new Resolve(Vocabulary.Sentence(random, 4), Confirmation.Required);
        var resolved = Done(CaseDesk.Handle(guide, logged.Events, resolve, At(id, at)));
        List<CaseEvent> events = [.. logged.Events, .. resolved.Events];
        var confirmed = CaseDesk.Handle(
            guide,
            events,
            new ConfirmResolution(null),
            At(id, at + Duration.FromMinutes(9))
        );
        return Whole(events, Done(confirmed));
    }

    private Change Taken(Change logged, long id, Random random)
    {
        var at = logged.State.Logged.At + Duration.FromMinutes(5);
        CaseCommand command =
            random.Next(4) == 0
                ? new Hold("information", "the name of the room")
                : new Assign($"Engineer {random.Next(40)}");
        return Whole([.. logged.Events], Done(CaseDesk.Handle(guide, logged.Events, command, At(id, at))));
    }

    // As if it were written at once.
    private static Change Whole(List<CaseEvent> before, Change last) =>
        new(0, [.. before, .. last.Events], last.State, last.Dues, []);

    private static LogCase Log(long id, Random random)
    {
        var number = random.Next(LargeDesk.Customers);
        var customer = BenchDesk.Customer(number);
        return new LogCase
        {
            Kind = Kinds[random.Next(Kinds.Length)],
            Source = Channel.Phone,
            Subject = Vocabulary.Sentence(random, 6),
            Reporter = new Reporter(customer.Id, customer.Name, "Office", null, BenchDesk.Phone(number), null)
            {
                Contract = customer.Contract,
                Region = customer.Region,
                CustomerReference = CustomerReference(id),
            },
            Services = ["email"],
            Answers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["affected"] = "some",
                ["details"] = Vocabulary.Sentence(random, 8),
            },
        };
    }

    private Moment At(long id, Instant at) => Moment.Now(Agent, at, Reference(id));

    private static Change Done(Handled handled) =>
        handled is Handled.Done done
            ? done.Change
            : throw new InvalidOperationException(((Handled.Refused)handled).Refusal.ToString());
}
