using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Rung.Core.Complaints;
using Rung.Server.Desk;
using Rung.Server.Tests.Commands;
using Rung.Server.Workers;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// What is owed on a complaint, for those who may see it and nobody else: in the book of the API, its page and the command, in
/// counts, in ledgers, and in what open pages are told. ESS-92, ESS-93. Wednesday 16 December 2026, 10:00.
/// </summary>
public sealed partial class ComplaintBookTests
{
    private const string Now = "2026-12-16T10:00:00Z";

    private static JsonObject Call =>
        new()
        {
            ["source"] = "phone",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Head teacher" },
            ["text"] = "Nobody called back",
            ["about"] = "Engineer 9",
        };

    // Three working days of 600 minutes from Wednesday 10:00: 480 left that day, 600, 600, and 120 of Monday: 10:00.
    [Fact]
    public async Task ESS_93_It_stands_in_the_book_of_who_may_see_it()
    {
        await using var desk = await RunningDesk.Open(Now);
        var reference = (await new Caller(desk).Post("complaints", Call)).Expect(201).Reference;
        var handler = new Caller(desk, "Sam", "complaint-handler");

        var line = Assert.Single(await Lines(handler, "promises?within=all"))!;
        Assert.Equal(
            (reference, "complaintAnswer", "2026-12-21T10:00:00Z", "Complaint Handler"),
            ((string?)line["reference"], (string?)line["kind"], (string?)line["due"], (string?)line["owner"]!["name"])
        );
        Assert.Single(await Lines(handler, $"customers/{RunningDesk.Customer}/promises"));
        Caller[] others =
        [
            new(desk),
            new(desk, null),
            new(desk, "Kim", "team-leader"),
            new(desk, "engineer  9", "complaint-handler"),
        ];
        foreach (var other in others)
        {
            Assert.Empty(await Lines(other, "promises?within=all"));
            Assert.Empty(await Lines(other, "promises?within=all&kind=complaintAnswer"));
            Assert.Empty(await Lines(other, $"customers/{RunningDesk.Customer}/promises"));
        }
    }

    // At 11:00 on Monday it is overdue by an hour; the case of the desk, logged on Wednesday at 10:00, has until Thursday.
    [Fact]
    public async Task ESS_93_So_it_does_on_the_page_and_in_its_counts()
    {
        await using var desk = await RunningDesk.Open(Now);
        var reference = (await new Caller(desk).Post("complaints", Call)).Expect(201).Reference;
        desk.AdvanceTo("2026-12-21T11:00:00Z");

        var seen = await Page(desk, "complaint-handler|Complaint Handler");
        Assert.Contains(reference, seen, StringComparison.Ordinal);
        Assert.Contains("1 overdue, 0 due in the next hour", seen, StringComparison.Ordinal);
        Assert.Equal("1", Rail(seen));
        var unseen = await Page(desk, "team-leader|Team Leader");
        Assert.DoesNotContain(reference, unseen, StringComparison.Ordinal);
        Assert.Contains("0 overdue, 0 due in the next hour", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("Complaint Handler, ", unseen, StringComparison.Ordinal);
        Assert.Equal("0", Rail(unseen));
    }

    [Fact]
    public async Task ESS_93_The_commands_ask_as_somebody()
    {
        await using var desk = await RunningDesk.Open(Now);
        var reference = (await new Caller(desk).Post("complaints", Call)).Expect(201).Reference;
        var url = desk.Client.BaseAddress!.ToString();
        string[] explain = ["clock", "explain", reference, "--url", url];
        string[] book = ["promises", "--desk", "schools-desk", "--within", "all", "--url", url];
        string[] handler = ["--actor", "Zoë", "--role", "complaint-handler"];

        var (code, output, error) = await RungProgram.Run([.. explain, .. handler]);
        Assert.True(code == 0, error);
        Assert.Contains("Mon 21 Dec 10:00", output, StringComparison.Ordinal);
        Assert.Contains(reference, (await RungProgram.Run([.. book, .. handler])).Output, StringComparison.Ordinal);

        Assert.Equal(1, (await RungProgram.Run(explain)).ExitCode);
        Assert.Equal(1, (await RungProgram.Run([.. explain, "--actor", "Kim", "--role", "team-leader"])).ExitCode);
        Assert.DoesNotContain(reference, (await RungProgram.Run(book)).Output, StringComparison.Ordinal);
        var nameless = await RungProgram.Run([.. explain, "--role", "complaint-handler"]);
        Assert.Equal(2, nameless.ExitCode);
        Assert.Contains("--actor", nameless.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RungProgram.Run([.. explain, "--actor", " "])).ExitCode);

        // A desk that refuses is not taken for one that does not run.
        var refused = await RungProgram.Run([.. explain, "--actor", "Kim", "--role", "nobody"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("no role nobody", refused.Error, StringComparison.Ordinal);
        await desk.Stop();

        // Whoever has the files sees all that is in them, unless they ask as somebody.
        string[] stored = ["clock", "explain", reference, "--data", desk.Folder];
        Assert.Equal(0, (await RungProgram.Run(stored)).ExitCode);
        Assert.Equal(1, (await RungProgram.Run([.. stored, "--actor", "Kim"])).ExitCode);
    }

    [Fact]
    public async Task ESS_93_Open_pages_of_who_may_see_it_are_told_and_no_others()
    {
        await using var desk = await RunningDesk.Open(Now);
        using var handler = await Listen(desk, "Rung-Actor: Sam\nRung-Role: complaint-handler");
        using var page = await Listen(
            desk,
            $"Cookie: rung-acting={Uri.EscapeDataString("complaint-handler|Complaint Handler")}"
        );
        using var agent = await Listen(desk, "Rung-Actor: Alex at the desk");
        using var engineer = await Listen(desk, "Rung-Actor: Engineer 9\nRung-Role: complaint-handler");

        var complaint = (await new Caller(desk).Post("complaints", Call)).Expect(201).Reference;
        var other = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;

        Assert.Equal(complaint, await Hint(handler));
        Assert.Equal(complaint, await Hint(page));
        Assert.Equal(other, await Hint(agent));
        Assert.Equal(other, await Hint(engineer));
    }

    // What goes from node to node says who may know.
    [Fact]
    public void Nodes_tell_each_other_who_may_know()
    {
        var waiting = Channel.CreateUnbounded<LiveChange>();
        LiveChange[] said =
        [
            new("schools-desk", "R-7K4-239"),
            new("schools-desk", "R-7K4-23B") { Only = new Restriction(["handler", "director"], "ZOË OF THE DESK") },
        ];
        Assert.All(said, change => Assert.True(waiting.Writer.TryWrite(change)));

        var heard = NodeHint.Read(NodeHint.Write("one", waiting.Reader), except: "two").ToList();

        Assert.Equal(said.Select(change => change.Reference), heard.Select(change => change.Reference));
        Assert.Empty(heard[0].Only.Roles);
        Assert.Equal(said[1].Only.Roles, heard[1].Only.Roles);
        Assert.Equal("ZOË OF THE DESK", heard[1].Only.NotFor);
    }

    private static async Task<JsonArray> Lines(Caller who, string path) =>
        (await who.Get(path)).Expect(200).Body!["promises"]!.AsArray();

    private static async Task<string> Page(RunningDesk desk, string acting)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/schools-desk/promises");
        request.Headers.Add("Cookie", $"rung-acting={Uri.EscapeDataString(acting)}");
        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // The number beside Promises in the rail.
    private static string Rail(string page) => InRail().Match(page).Groups["count"].Value;

    private static async Task<StreamReader> Listen(RunningDesk desk, string headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/schools-desk/live");
        foreach (var header in headers.Split('\n'))
        {
            var parts = header.Split(": ", 2);
            request.Headers.Add(parts[0], parts[1]);
        }
        var answer = await desk.Client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: heartbeat", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        return lines;
    }

    private static async Task<string> Hint(StreamReader lines)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Changed().Match(line) is { Success: true } changed)
            {
                return changed.Groups["reference"].Value;
            }
        }
        return "the stream has ended";
    }

    [GeneratedRegex(
        "href=\"/schools-desk/promises\"[^>]*>(?:(?!</a>).)*?<span class=\"count[^\"]*\"[^>]*>(?<count>[0-9]+)",
        RegexOptions.Singleline
    )]
    private static partial Regex InRail();

    [GeneratedRegex("\"reference\":\"(?<reference>[^\"]+)\"")]
    private static partial Regex Changed();
}
