using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Retention;
using Rung.Server.Desk;
using Rung.Server.Retention;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Rung.Server.Workers;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Tests.Retention;

/// <summary>
/// A desk at which one case was logged and closed on Monday 12 January 2026, with a mail of its customer on it. The shipped guide keeps
/// cases 6 years, mails a year.
/// </summary>
internal sealed class RetainingDesk : IAsyncDisposable
{
    public const string Id = "schools-desk";

    private RetainingDesk(RunningDesk desk) => Desk = desk;

    public RunningDesk Desk { get; }
    public CaseReference Reference { get; private set; }
    public long Mail { get; private set; }

    public RungDatabase Database => Desk.Services.GetRequiredService<RungDatabase>();

    public RetentionStarts Starts => Desk.Services.GetRequiredService<RetentionStarts>();

    public Guide Guide => GuideOf(Id);

    /// <summary>In force now.</summary>
    public Guide GuideOf(string desk) =>
        Desk.Services.GetRequiredService<DeskRegister>().Active.First(one => one.Document.Id == desk);

    /// <summary>With every desk's rules begun.</summary>
    /// <param name="prepare">What is put into its folder before.</param>
    public static async Task<RetainingDesk> Open(Action<string>? prepare = null)
    {
        var desk = await OpenUnbegun(prepare);
        foreach (var guide in desk.Desk.Services.GetRequiredService<DeskRegister>().Active)
        {
            await desk.Starts.Begin(guide, Actor.Desk, desk.Desk.Now);
        }
        return desk;
    }

    public static async Task<RetainingDesk> OpenUnbegun(Action<string>? prepare = null)
    {
        var desk = new RetainingDesk(await RunningDesk.Open("2026-01-12T10:00:00Z", prepare));
        var agent = new Caller(desk.Desk);
        var fault = (JsonObject)Caller.FaultForSome.DeepClone();
        fault["subject"] = "canary-subject";
        var reference = (await agent.Log(fault)).Reference;
        desk.Reference = CaseReference.FromStored(reference);
        desk.Mail = (await new MailServer(desk.Desk).Receives($"Re: [{reference}]", "canary-mail")).Id;
        await agent.Do(reference, "resolve", new JsonObject { ["resolution"] = "Done", ["confirmation"] = "required" });
        await new Caller(desk.Desk, "Office manager", "contact").Do(reference, "confirm");
        return desk;
    }

    /// <summary>How a category stands now.</summary>
    public async Task<(int RunOut, int Held)> Look(RetentionCategory category)
    {
        var retention = Desk.Services.GetRequiredService<RetentionDesk>();
        var look = (await retention.Look(Guide, Enum.GetValues<ShelfFor>())).Single(one => one.Category == category);
        return (look.RunOut, look.Held);
    }

    /// <summary>Lets the worker look once, as it does by itself every few minutes.</summary>
    /// <param name="rest">Between two pages.</param>
    public Task Work(Func<Task>? rest = null) =>
        Desk
            .Services.GetServices<IHostedService>()
            .OfType<RetentionWorker>()
            .Single()
            .Look(rest ?? (() => Task.CompletedTask));

    public async Task<string> Page(string path) =>
        WebUtility.HtmlDecode(
            await Desk.Client.GetStringAsync($"/{Id}/{path}", Xunit.TestContext.Current.CancellationToken)
        );

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
