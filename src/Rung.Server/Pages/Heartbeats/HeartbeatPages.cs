using Rung.Core.Customers;
using Rung.Server.Customers;
using Rung.Server.Desk.Heartbeats;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Pages.Heartbeats;

/// <summary>What the pages of the heartbeats show, and what their forms do.</summary>
internal sealed class HeartbeatPages(HeartbeatParts parts, FrameMaker frames)
{
    private const int MostNamed = 5;

    public FrameMaker Frames => frames;

    public Task<Heartbeat?> Find(Visit visit, string id) => parts.Database.Heartbeats.Find(visit.Desk, id);

    public async Task<HeartbeatsView> List(Visit visit)
    {
        var all = await parts.Database.Heartbeats.OfDesk(visit.Desk);
        return new HeartbeatsView(
            await frames.Frame(visit),
            HeartbeatAddresses.New(visit.Desk),
            [.. all.OrderByDescending(one => one.IsSilent).Select(one => HeartbeatMaker.Row(visit, one))]
        )
        {
            Summary = HeartbeatMaker.Summary(all),
        };
    }

    /// <param name="heartbeat">Null: it is new.</param>
    public async Task<HeartbeatFormView> Form(Visit visit, Heartbeat? heartbeat)
    {
        var customer = heartbeat is null
            ? visit.Query("customer") ?? ""
            : Code(await parts.Database.Customers.Find(visit.Desk, heartbeat.CustomerId), heartbeat.CustomerId);
        return new HeartbeatFormView(
            await frames.Frame(visit),
            heartbeat is null ? HeartbeatAddresses.New(visit.Desk) : HeartbeatAddresses.One(visit.Desk, heartbeat.Id),
            HeartbeatAddresses.All(visit.Desk)
        )
        {
            Title = heartbeat?.Name ?? "New heartbeat",
            Seen = heartbeat?.Version ?? 0,
            Fields = HeartbeatForm.Fields(visit.Guide, heartbeat, customer),
            Standing = heartbeat is null ? null : Standing(visit, heartbeat),
        };
    }

    /// <summary>The one customer that somebody means, or what is wrong with what they typed.</summary>
    public async Task<(Customer? Customer, string? Fault)> Customer(Visit visit, string typed)
    {
        if (typed.Length == 0)
        {
            return (null, "Say whose it is: a site code or a name.");
        }
        if (await parts.Database.Customers.Find(visit.Desk, typed) is { } known)
        {
            return (known, null);
        }
        var found = await parts.Database.Customers.Search(visit.Desk, typed, MostNamed);
        var exact = found.Where(one => one.SiteCode.Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return (exact.Count == 1 ? exact : found) switch
        {
            [] => (null, "No customer is found by that: try a site code, or three letters of the name."),
            [var only] => (only, null),
            var several => (
                null,
                $"Several customers are found by that: {string.Join(", ", several.Select(one => $"{one.Name} ({Code(one, one.Id)})"))}."
            ),
        };
    }

    /// <summary>An id that no other heartbeat of the desk has.</summary>
    public async Task<string> FreeId(Visit visit, string name)
    {
        var taken = (await parts.Database.Heartbeats.OfDesk(visit.Desk)).Select(one => one.Id).ToHashSet();
        var plain = PlainId.Of(name) is { Length: > 0 } id ? id : "heartbeat";
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(next => next == 1 ? plain : $"{plain}-{next}")
            .First(one => !taken.Contains(one));
    }

    public Task<Registration> Register(Visit visit, Heartbeat wanted) => parts.Register.Register(visit.Guide, wanted);

    /// <summary>Suspends it, or lets it go on, whatever else is registered of it.</summary>
    public Task<bool> Switch(Visit visit, Heartbeat found) =>
        parts.Database.Heartbeats.Register(
            found with
            {
                Suspended = found.IsSuspended ? null : HeartbeatWords.SuspendedBy(visit.Actor),
                ChangedAt = visit.Now,
                ChangedBy = visit.Actor,
            }
        );

    private HeartbeatStandingView Standing(Visit visit, Heartbeat heartbeat) =>
        new(
            HeartbeatMaker.State(visit, heartbeat),
            $"POST /api/v1/{visit.Desk}/heartbeats/{heartbeat.Id}/heard",
            parts.Mails.AddressOf(visit.Guide, heartbeat),
            HeartbeatAddresses.One(visit.Desk, heartbeat.Id, heartbeat.IsSuspended ? "/resume" : "/suspend"),
            heartbeat.IsSuspended ? "Watch for it again" : "Suspend"
        )
        {
            CaseReference = HeartbeatMaker.SilentCase(heartbeat)?.Text,
            CaseHref = HeartbeatMaker.CaseHref(visit, heartbeat),
        };

    private static string Code(Customer? customer, string id) =>
        customer is { SiteCode.Length: > 0 } ? customer.SiteCode : id;
}
