using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Erasures;
using Rung.Server.Desk;
using Rung.Server.Erasures;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Erasures;

/// <summary>S72: the words of a case are nowhere once it is erased, and its times are what they were; on both databases.</summary>
public sealed class CaseEraserTests
{
    private static readonly Actor Leader = new("Service Desk Team Leader", "team-leader");

    [Theory]
    [InlineData(OnDatabase.Sqlite)]
    [InlineData(OnDatabase.Postgres)]
    public async Task Nothing_of_it_is_found_and_every_clock_stands_as_it_stood(OnDatabase kind)
    {
        await using var desk = await ErasableDesk.Open(kind);
        var (before, ledger) = (await Clocks(desk, desk.Own), await Ledger(desk, desk.Own));
        var version = (await desk.Database.Cases.Load(desk.Own))!.Version;
        var id = (await desk.Database.Cases.Load(desk.Own))!.Id;

        var done = Assert.IsType<CaseErased.Done>(await Eraser(desk).Erase(desk.Own, Leader, "They asked for it"));

        Assert.Equal((1, 1), (done.Counts.Cases, done.Counts.Mails));
        Assert.True(done.Counts.Messages > 0);
        Assert.Equal(before, await Clocks(desk, desk.Own));
        Assert.Equal(ledger, await Ledger(desk, desk.Own));
        var history = (await desk.Database.Cases.Load(desk.Own))!;
        Assert.Equal(version + 1, history.Version);
        var said = Assert.IsType<Erased>(history.Events[^1]);
        Assert.Equal((ErasedOf.Everybody, "They asked for it", Leader), (said.Of, said.Why, said.By));
        // That of another, which they wrote on as well, is found by it still.
        Assert.Equal(1, await desk.Hits("canary"));
        Assert.Equal(0, await desk.Hits("canary7"));
        Assert.Empty(
            await desk.Database.Inbound.OfCase(id) is [var mail]
                ? await desk.Database.Inbound.Content(mail.Id) ?? []
                : [1]
        );
        Assert.All(
            await desk.Database.Outbox.OfCase(id),
            one => Assert.Equal(("", Erasing.Mark), (one.Message.To, one.Message.Text))
        );
        var note = Assert.Single(await desk.Database.Erasures.Of("schools-desk", 9));
        Assert.Equal((desk.Own.Text, "They asked for it", 1), (note.Subject, note.Why, note.Counts.Cases));
        // The page of it is there, in full and for the customer.
        Assert.DoesNotContain(
            "canary",
            (await Page(desk, $"/schools-desk/cases/{desk.Own.Text}")),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory]
    [InlineData(OnDatabase.Sqlite)]
    [InlineData(OnDatabase.Postgres)]
    public async Task Once_more_there_is_nothing_to_do_and_of_two_at_once_one_does_it(OnDatabase kind)
    {
        await using var desk = await ErasableDesk.Open(kind);

        var both = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => Eraser(desk).Erase(desk.Own, Leader, "Both")))
        );

        Assert.Single(both, one => one is CaseErased.Done);
        Assert.Single(both, one => one is CaseErased.NothingLeft);
        var version = (await desk.Database.Cases.Load(desk.Own))!.Version;
        Assert.IsType<CaseErased.NothingLeft>(await Eraser(desk).Erase(desk.Own, Leader, "Again"));
        Assert.Equal(version, (await desk.Database.Cases.Load(desk.Own))!.Version);
        Assert.Single(await desk.Database.Erasures.Of("schools-desk", 9));
    }

    [Fact]
    public async Task A_complaint_goes_with_its_papers_and_whom_it_is_about()
    {
        await using var desk = await ErasableDesk.Open(OnDatabase.Sqlite);

        var done = Assert.IsType<CaseErased.Done>(await Eraser(desk).Erase(desk.Complaint, Leader, "Run out"));

        Assert.Equal(1, done.Counts.Papers);
        var found = string.Join('\n', await desk.Found());
        Assert.DoesNotContain("canary-complaint", found, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-paper", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_case_is_left_as_it_is()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var reference = CaseReference.FromStored((await new Caller(desk).Log(Caller.FaultForSome)).Reference);
        var eraser = desk.Services.GetRequiredService<CaseEraser>();

        var refused = Assert.IsType<CaseErased.Refused>(await eraser.Erase(reference, Leader, "Too soon"));

        Assert.Equal($"Case {reference.Text} is open: close it first.", refused.Why);
        Assert.Contains(
            "Outlook asks",
            (await new Caller(desk).Events(reference.Text)).ToJsonString(),
            StringComparison.Ordinal
        );
    }

    private static CaseEraser Eraser(ErasableDesk desk) => desk.Desk.Services.GetRequiredService<CaseEraser>();

    private static async Task<string> Clocks(ErasableDesk desk, CaseReference reference) =>
        (await desk.Agent.Case(reference.Text)).Expect(200).Body!["clocks"]!.ToJsonString();

    private static async Task<string> Ledger(ErasableDesk desk, CaseReference reference) =>
        (await desk.Agent.Get($"cases/{reference.Text}/clocks/ledger")).Expect(200).Body!.ToJsonString();

    private static async Task<string> Page(ErasableDesk desk, string path) =>
        await desk.Desk.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
