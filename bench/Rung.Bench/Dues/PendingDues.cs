using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Storage.Cases;

namespace Rung.Bench.Dues;

/// <summary>
/// Cases whose dues are pending. P1 has four hours of elapsed time: those that fall due were logged within one second,
/// four hours before; the others later that day.
/// </summary>
internal static class PendingDues
{
    private const int Batch = 500;
    private static readonly Actor Agent = new("Service Desk Analyst", Actor.AgentRole);
    private static readonly Instant Logged = Instant.FromUtc(2026, 11, 24, 9, 0);

    /// <summary>When everything has been logged and nothing is missed.</summary>
    public static readonly Instant Begins = Instant.FromUtc(2026, 11, 24, 12, 30);

    /// <summary>The second in which the targets of the first cases are missed begins here.</summary>
    public static readonly Instant FallFrom = Logged + Duration.FromHours(4);

    /// <summary>Logs cases until so many dues are pending.</summary>
    /// <returns>How many are.</returns>
    public static async Task<int> Make(BenchDesk desk, Sizes sizes)
    {
        await desk.Database.Customers.Save(BenchDesk.Customer(1));
        var (pending, number) = (0, 0);
        while (pending < sizes.Dues || number < sizes.Falling)
        {
            var saved = new List<Task>();
            for (var i = 0; i < Batch && (pending < sizes.Dues || number < sizes.Falling); i++, number++)
            {
                var change = await Case(desk, number, sizes);
                pending += change.Change.Dues.Count;
                saved.Add(desk.Database.Cases.Save(CaseWrites.Of([change], [], Begins)));
            }
            await Task.WhenAll(saved);
        }
        return pending;
    }

    // Written after their warnings, which would fall due before: only what is to come is pending.
    private static async Task<ChangedCase> Case(BenchDesk desk, int number, Sizes sizes)
    {
        var falls = number < sizes.Falling;
        var at = falls
            ? Logged + (Duration.FromSeconds(1) * ((double)number / sizes.Falling))
            : Begins - Duration.FromSeconds(number % 3_000);
        var id = await desk.Database.Cases.NextId();
        var moment = Moment.Now(
            Agent,
            DeskClock.Whole(at),
            CaseReference.FromNumber(desk.Guide.Desk.ReferencePrefix, id)
        );
        var logged = ((Handled.Done)CaseDesk.Log(desk.Guide, Fault(falls ? "everything" : "some"), moment)).Change;
        var settled = CaseDesk.FallDue(desk.Guide, logged.Events, Begins);
        var whole = new Change(0, [.. logged.Events, .. settled.Events], settled.State, settled.Dues, []);
        return new ChangedCase(id, desk.Guide, whole);
    }

    private static LogCase Fault(string affected) =>
        new()
        {
            Kind = "fault",
            Source = Channel.Phone,
            Subject = "E-mail is down",
            Reporter = new Reporter("school-1", BenchDesk.Customer(1).Name, "Office", null, BenchDesk.Phone(1), null)
            {
                Contract = "direct",
                Region = "england-wales",
            },
            Services = ["email"],
            Answers = new Dictionary<string, string> { ["affected"] = affected, ["effect"] = "cannot-use" },
        };
}
