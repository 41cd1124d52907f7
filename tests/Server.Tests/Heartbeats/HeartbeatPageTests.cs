using System.Net;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Heartbeats;

/// <summary>The desk registers, sees and suspends what is to be heard of on its pages, without scripts. R15</summary>
public sealed class HeartbeatPageTests
{
    private const string All = "/schools-desk/heartbeats";

    [Fact]
    public async Task What_is_silent_stands_first_and_is_lit_with_its_case()
    {
        await using var watching = await WatchingDesk.Open();
        await Register(watching, ("every", "1 day"));
        Assert.Contains("2 registered, none is silent", await Page(watching, All), StringComparison.Ordinal);
        await watching.PassTo("2026-12-24T10:02:01Z");
        var reference = (string?)(await watching.Becomes("silent"))["case"];
        var html = await Page(watching, All);
        Assert.Contains("2 registered, 1 is silent", html, StringComparison.Ordinal);
        Assert.Contains("Silent since today 10:02, never heard of.", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/schools-desk/cases/{reference}\"", html, StringComparison.Ordinal);
        Assert.Contains("Never heard of; expected by tomorrow 10:00.", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf(">Line monitor<", StringComparison.Ordinal)
                < html.IndexOf(">A backup<", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task One_is_registered_changed_suspended_and_watched_for_again()
    {
        await using var watching = await WatchingDesk.Open();
        var kept = await Register(watching, ("every", "2 h"));
        Assert.Contains("expected by today 12:00", kept, StringComparison.Ordinal);
        Assert.Contains("POST /api/v1/schools-desk/heartbeats/a-backup/heard", kept, StringComparison.Ordinal);
        Assert.Contains("desk+hb.", WebUtility.HtmlDecode(kept), StringComparison.Ordinal);

        var form = await PageForm.Of(watching.Desk, $"{All}/a-backup", "heartbeat");
        var changed = await form.Send(Typed(("every", "90")));
        Assert.Contains("expected by today 11:30", changed, StringComparison.Ordinal);
        Assert.Contains("Somebody changed it since", await form.Send(Typed(("every", "91"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);

        var standing = await PageForm.Of(watching.Desk, $"{All}/a-backup", "switch");
        Assert.Contains("Suspended by ", await standing.Send(), StringComparison.Ordinal);
        standing = await PageForm.Of(watching.Desk, $"{All}/a-backup", "switch");
        Assert.Contains("expected by today 11:30", await standing.Send(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_beside_its_field_and_kept_in_it()
    {
        await using var watching = await WatchingDesk.Open();
        var form = await PageForm.Of(watching.Desk, $"{All}/new", "heartbeat");
        var html = WebUtility.HtmlDecode(
            await form.Send(Typed(("name", ""), ("customer", "nobody at all"), ("every", "often")))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        Assert.Contains("href=\"#f-name\"", html, StringComparison.Ordinal);
        Assert.Contains("No customer is found by that", html, StringComparison.Ordinal);
        Assert.Contains("Between one minute and 31 days", html, StringComparison.Ordinal);
        Assert.Contains("value=\"often\"", html, StringComparison.Ordinal);
        var (status, _) = await Status(watching, $"{All}/another");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static async Task<string> Register(WatchingDesk watching, params (string, string)[] typed) =>
        await (await PageForm.Of(watching.Desk, $"{All}/new", "heartbeat")).Send(Typed(typed));

    private static (string Name, string Value)[] Typed(params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = "A backup",
            ["customer"] = "ash01",
            ["kind"] = "fault",
            ["answers.affected"] = "some",
        };
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }
        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    private static async Task<string> Page(WatchingDesk watching, string path) =>
        WebUtility.HtmlDecode(await watching.Desk.Client.GetStringAsync(path, TestContext.Current.CancellationToken));

    private static async Task<(HttpStatusCode Status, string Html)> Status(WatchingDesk watching, string path)
    {
        using var answer = await watching.Desk.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
