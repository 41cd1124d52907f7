using System.Net;
using Rung.Server.Tests.Commands;
using Rung.Server.Tests.Hosting;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Accounts as whoever runs <c>rung serve</c> meets them. S13, S65.</summary>
public sealed class ServedAccountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-accounts-").FullName;

    [Fact(
        DisplayName = "S65: rung serve prints a token while nobody administers, which makes the first account, and none after"
    )]
    public async Task Prints_a_token()
    {
        await using (var desk = await ServedDesk.Start(_folder))
        {
            Assert.StartsWith("Serving ", await desk.Line(), StringComparison.Ordinal);
            Assert.Contains("/first-run and give it this token", await desk.Line(), StringComparison.Ordinal);
            using var visitor = new Visitor(desk.Client.BaseAddress!);
            using var made = await Make(visitor, await desk.Line(), "Robin Field");
            Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
            Assert.Contains("Robin Field", await visitor.Page("/schools-desk/queue"));
        }
        await using var again = await ServedDesk.Start(_folder);
        using var later = new Visitor(again.Client.BaseAddress!);
        using var first = await later.Get("/first-run");
        Assert.Equal("/sign-in", first.Headers.Location!.OriginalString);
    }

    [Fact(DisplayName = "S65: whoever has the data folder gets in again when no administrator does")]
    public async Task Lets_the_owner_of_the_folder_in()
    {
        await using (var desk = await ServedDesk.Start(_folder))
        {
            await desk.Line();
            await desk.Line();
            using var visitor = new Visitor(desk.Client.BaseAddress!);
            using var made = await Make(visitor, await desk.Line(), "Robin Field");
            var (busy, _, error) = await RungProgram.Run("account", "first-run", "--data", _folder);
            Assert.Equal(3, busy);
            Assert.Contains("Another rung is using", error, StringComparison.Ordinal);
        }
        var (code, token, _) = await RungProgram.Run("account", "first-run", "--data", _folder);
        Assert.Equal(0, code);

        await using var again = await ServedDesk.Start(_folder);
        using var later = new Visitor(again.Client.BaseAddress!);
        using var second = await Make(later, token.Trim(), "Kim Owner");
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Contains("Robin Field", await later.Page("/accounts"));
    }

    [Fact(
        DisplayName = "A verb that asks a running desk takes its token from RUNG_TOKEN or a file, and says so when it has none"
    )]
    public async Task Verbs_have_tokens()
    {
        var folder = await ServedDesk.NewFolder();
        await using var desk = await ServedDesk.Start(folder);
        var file = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(file, ServedDesk.Token + "\n", TestContext.Current.CancellationToken);
        string[] ask = ["promises", "--desk", "schools-desk", "--url", $"{desk.Client.BaseAddress}"];

        var (without, _, error) = await RungProgram.Run(ask, new() { ["RUNG_TOKEN"] = "" });
        Assert.Equal(1, without);
        Assert.Contains("from RUNG_TOKEN", error, StringComparison.Ordinal);
        (var code, _, error) = await RungProgram.Run(ask, new() { ["RUNG_TOKEN"] = ServedDesk.Token });
        Assert.Equal("", error);
        Assert.Equal(0, code);
        (code, _, _) = await RungProgram.Run(ask, new() { ["RUNG_TOKEN_FILE"] = file });
        Assert.Equal(0, code);
        (code, _, error) = await RungProgram.Run(ask, new() { ["RUNG_TOKEN"] = "one\ntwo" });
        Assert.Equal(3, code);
        Assert.Contains("RUNG_TOKEN is not one token", error, StringComparison.Ordinal);
        (code, _, error) = await RungProgram.Run(
            [.. ask, "--actor", "Somebody else"],
            new() { ["RUNG_TOKEN"] = ServedDesk.Token }
        );
        Assert.Equal(1, code);
        Assert.Contains("Rung-Actor: Who acts is not said here", error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<HttpResponseMessage> Make(Visitor visitor, string token, string name) =>
        visitor.Send(
            "/first-run",
            "/first-run",
            ("token", token),
            ("name", name),
            ("email", GuardedDesk.Mail(name)),
            ("password", GuardedDesk.Password)
        );
}
