using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Tests.Walks;
using Rung.Server.Desk;
using Rung.Server.Desk.Verifying;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Dues;
using Xunit;

namespace Rung.Server.Tests.Walks;

/// <summary>A desk on its own folder, opened and closed as often as somebody likes: what a server does without its doors.</summary>
internal sealed class WalkedStore : IAsyncDisposable
{
    private const string Owner = "walk";
    private static readonly Duration Lease = Duration.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-walk-").FullName;
    private readonly MovableTime _time;
    private Installation? _open;
    private DueDesk? _dues;

    private WalkedStore(MovableTime time) => _time = time;

    public ServiceDesk Desk { get; private set; } = null!;
    public RungDatabase Database => _open!.Database;

    public static async Task<WalkedStore> Open(MovableTime time)
    {
        var store = new WalkedStore(time);
        store.BringGuides();
        await store.Open();
        return store;
    }

    public Guide Guide(string desk) => _open!.Desks.Active.Single(guide => guide.Document.Id == desk);

    // All three that come with the sources; alone it would run by two of them.
    private void BringGuides()
    {
        var own = Directory.CreateDirectory(Path.Combine(_folder, "guides")).FullName;
        foreach (var name in WalkDesk.All.Select(desk => $"{desk.Guide.Document.Id}.yaml"))
        {
            File.Copy(Documents.Path("guides", name), Path.Combine(own, name));
        }
    }

    /// <summary>Lets go of the folder and takes it again; time may pass in between.</summary>
    public async Task Reopen(Instant then)
    {
        await Close();
        _time.Now = then;
        await Open();
    }

    /// <summary>What the worker does at a tick: claims what has fallen due by now, as it is stored, until nothing is left.</summary>
    public async Task FallDue()
    {
        while (true)
        {
            var claim = new DueClaim(Owner, _time.Now, _time.Now, _time.Now + Lease);
            var claimed = await Database.Dues.Claim(claim);
            if (claimed.Count == 0)
            {
                return;
            }
            var left = await _dues!.Handle(claimed.Select(due => due.CaseId).Distinct());
            Assert.True(left.Count == 0, $"{left.Select(one => one.Why?.ToString()).FirstOrDefault()} is left");
        }
    }

    /// <summary>Everything that is stored beside the events is what they say.</summary>
    public async Task<int> Verify()
    {
        var guides = _open!.Desks.Active.ToDictionary(guide => (guide.Document.Id, guide.Document.Version));
        var verifier = new CaseVerifier(guides);
        var kept = await Database.Kept.Page(0, 1000);
        foreach (var one in kept)
        {
            var differences = verifier.Verify(one).Differences;
            Assert.True(differences.Count == 0, string.Join('\n', differences));
        }
        return kept.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Open()
    {
        _open = await Installation.Open(new RungOptions(_folder, 0) { Time = _time });
        var (desks, clock) = (_open.Desks, _open.Clock);
        var keeper = new CaseKeeper(Database, new CaseSight(Database, desks), clock, new DeskLive());
        Desk = new ServiceDesk(Database, desks, clock, keeper);
        _dues = new DueDesk(Database, desks, clock, keeper);
    }

    private async Task Close()
    {
        await Database.DisposeAsync();
        _open!.Dispose();
    }
}
