using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Server.Commands;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Commands;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Customers;

/// <summary>ESS-94: customers from a file and as one, over the API and by the verbs that ask a desk that runs.</summary>
public sealed class CustomerFileTests : IAsyncLifetime
{
    private const string Sheet = "customer,name,site_code,shoe_size\nkite,Kite School,KIT01,42\n=bad,X,X1,1\n";
    private RunningDesk _desk = null!;

    private RungDatabase Database => _desk.Services.GetRequiredService<RungDatabase>();

    public async ValueTask InitializeAsync() => _desk = await RunningDesk.Open("2026-12-24T15:20:00Z");

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task ESS_94_The_API_says_of_each_row_what_would_become_of_it_and_then_does_it()
    {
        var agent = new Caller(_desk);
        var looked = (await agent.Post("customers/import", Body(Sheet, preview: true))).Expect(200);
        Assert.Equal(["new", "refused"], Fates(looked));
        Assert.Equal("These columns are left alone: shoe_size.", (string?)looked.Body!["notes"]![0]);
        Assert.StartsWith("'=bad' is no id", (string?)looked.Body["rows"]![1]!["note"], StringComparison.Ordinal);
        Assert.Null(await Database.Customers.Find("kite"));

        Assert.Equal(["new", "refused"], Fates((await agent.Post("customers/import", Body(Sheet))).Expect(200)));
        Assert.Equal("Kite School", (await Database.Customers.Find("kite"))!.Name);
        Assert.Equal(["same", "refused"], Fates((await agent.Post("customers/import", Body(Sheet))).Expect(200)));
    }

    [Fact]
    public async Task A_contact_may_neither_bring_nor_have_the_file_and_what_is_no_file_is_said_so()
    {
        var office = new Caller(_desk, "Office manager", Actor.ContactRole);
        Assert.Equal("role-not-allowed", (await office.Post("customers/import", Body(Sheet))).Expect(403).Code);
        Assert.Equal("role-not-allowed", (await office.Get("customers.csv")).Expect(403).Code);
        var agent = new Caller(_desk);
        var noBase64 = await agent.Post("customers/import", new JsonObject { ["content"] = "not base64!" });
        Assert.NotNull(noBase64.Expect(400).Body!["errors"]!["$.content"]);
        var noHeader = (await agent.Post("customers/import", Body("shoe_size\n42\n"))).Expect(400);
        Assert.Contains("neither the column customer", (string?)noHeader.Body!["errors"]!["$.content"]![0]);
    }

    [Fact]
    public async Task ESS_94_The_verbs_ask_a_desk_that_runs_and_what_is_exported_changes_nothing_when_it_comes_back()
    {
        var folder = Directory.CreateTempSubdirectory("rung-file-").FullName;
        try
        {
            var (file, report) = (Path.Combine(folder, "schools.csv"), Path.Combine(folder, "rows.csv"));
            var stop = TestContext.Current.CancellationToken;
            await File.WriteAllTextAsync(file, Sheet, stop);

            var (code, output, error) = await Run("import", "customers", file, "--preview", "--report", report);
            Assert.Equal(ExitCode.Problems, code);
            Assert.Contains("line 3: '=bad' is no id", error, StringComparison.Ordinal);
            Assert.EndsWith("Rows: 1 new, 1 refused. Nothing was imported.\n", output, StringComparison.Ordinal);
            Assert.StartsWith("2,kite,new,", (await File.ReadAllLinesAsync(report, stop))[1], StringComparison.Ordinal);
            Assert.Null(await Database.Customers.Find("kite"));
            (_, output, _) = await Run("import", "customers", file);
            Assert.EndsWith("Rows: 1 new, 1 refused.\n", output, StringComparison.Ordinal);

            var given = Path.Combine(folder, "given.csv");
            Assert.Equal(ExitCode.Ok, (await Run("export", "customers", "--to", given)).ExitCode);
            Assert.Contains("Kite School", await File.ReadAllTextAsync(given, stop), StringComparison.Ordinal);
            (code, output, _) = await Run("import", "customers", given);
            Assert.Equal((ExitCode.Ok, true), (code, output.EndsWith(" as on file.\n", StringComparison.Ordinal)));
            Assert.DoesNotContain("changed", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<(int ExitCode, string Output, string Error)> Run(params string[] words) =>
        RungProgram.Run([
            .. words,
            "--desk",
            "schools-desk",
            "--url",
            _desk.Client.BaseAddress!.ToString(),
            "--actor",
            "Alex at the desk",
        ]);

    private static List<string?> Fates(Answer answer) =>
        [.. answer.Body!["rows"]!.AsArray().Select(row => (string?)row!["became"])];

    private static JsonObject Body(string sheet, bool preview = false) =>
        new() { ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(sheet)), ["preview"] = preview };
}
