using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Server.Accounts;
using Rung.Server.Tests.Hosting;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Tokens of programs. S15, S50.</summary>
public sealed partial class TokenTests
{
    [Fact(DisplayName = "S50: a program acts by its token, in its one role at its one desk, under its own name")]
    public async Task Acts()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        await desk.Database.Customers.Save(ServedDesk.Ashgrove);
        using var program = desk.Visit();
        program.Client.DefaultRequestHeaders.Authorization = Bearer(await Make(administrator, "schools-desk agent"));

        using var logged = await program.Client.PostAsync(
            new Uri("/api/v1/schools-desk/cases", UriKind.Relative),
            JsonContent.Create(
                new
                {
                    kind = "fault",
                    source = "monitoring",
                    subject = "The link to one site is down",
                    customer = ServedDesk.Ashgrove.Id,
                    contact = new { name = "Office manager" },
                }
            ),
            TestContext.Current.CancellationToken
        );
        var reference = (string)JsonNode.Parse(await Visitor.Text(logged))!["reference"]!;
        Assert.Contains("\"Alarms (program)\"", await program.Page($"/api/v1/schools-desk/cases/{reference}/events"));
        using var foreign = await program.Get("/api/v1/smc/queue");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var page = await program.Get("/schools-desk/queue");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact(DisplayName = "S50: a token that is for reading changes nothing")]
    public async Task Only_reads()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        using var program = desk.Visit();
        program.Client.DefaultRequestHeaders.Authorization = Bearer(await Make(administrator, "* auditor"));

        await program.Page("/api/v1/smc/queue");
        using var refused = await program.Client.PostAsync(
            new Uri("/api/v1/smc/cases", UriKind.Relative),
            JsonContent.Create(new { }),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact(DisplayName = "S50: a token counts for nothing when it is revoked, expired, unknown, or sent in the address")]
    public async Task Ends()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var secret = await Make(administrator, "schools-desk agent");
        using var program = desk.Visit();
        using var inAddress = await program.Get($"/api/v1/schools-desk/queue?access_token={secret}&token={secret}");
        Assert.Equal(HttpStatusCode.Unauthorized, inAddress.StatusCode);
        Assert.Equal("Bearer", inAddress.Headers.WwwAuthenticate.ToString());

        program.Client.DefaultRequestHeaders.Authorization = Bearer(secret);
        await program.Page("/api/v1/schools-desk/queue");
        var token = Assert.Single(await desk.Database.Tokens.All());
        using var revoked = await administrator.Send("/accounts/tokens", $"/accounts/tokens/{token.Id}/revoke");
        await IsRefused(program);

        program.Client.DefaultRequestHeaders.Authorization = Bearer(await Make(administrator, "smc agent"));
        await program.Page("/api/v1/smc/queue");
        desk.Advance(Duration.FromDays(7));
        await IsRefused(program);

        program.Client.DefaultRequestHeaders.Authorization = Bearer("rung_" + Secret.New());
        await IsRefused(program);
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "YTpi");
        await IsRefused(program);
    }

    [Fact(DisplayName = "S15: a token is shown once, and no page or answer has it after that, nor the database")]
    public async Task Shown_once()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var secret = await Make(administrator, "schools-desk agent");

        Assert.Matches("^rung_[A-Za-z0-9_-]{43}$", secret);
        var page = await administrator.Page("/accounts/tokens");
        Assert.Contains("Alarms", page);
        Assert.DoesNotContain(secret, page);
        Assert.DoesNotContain(Secret.Hash(secret), page);
        Assert.DoesNotContain(secret, await desk.Bytes());
    }

    [Fact(DisplayName = "Two tokens that are good never have one name, which is free again when one is revoked")]
    public async Task One_name_is_one_program()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        await Make(administrator, "schools-desk agent");

        using var second = await Send(administrator, "smc agent");
        Assert.Equal(422, (int)second.StatusCode);
        Assert.Contains("Another token that is good has this name", await Visitor.Text(second));

        var token = Assert.Single(await desk.Database.Tokens.All());
        using var revoked = await administrator.Send("/accounts/tokens", $"/accounts/tokens/{token.Id}/revoke");
        Assert.StartsWith("rung_", await Make(administrator, "smc agent"));
    }

    [Fact(DisplayName = "No token gives out accounts, and none can be made that does")]
    public async Task Administers_nothing()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);

        using var refused = await Send(administrator, "* administrator");

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Empty(await desk.Database.Tokens.All());
    }

    private static async Task IsRefused(Visitor program)
    {
        using var refused = await program.Get("/api/v1/schools-desk/queue");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("not-signed-in", await Visitor.Text(refused));
    }

    private static async Task<string> Make(Visitor administrator, string right)
    {
        using var shown = await Send(administrator, right);
        return Shown().Match(await Visitor.Text(shown)).Groups[1].Value;
    }

    private static Task<HttpResponseMessage> Send(Visitor administrator, string right) =>
        administrator.Send("/accounts/tokens", "/accounts/tokens", ("name", "Alarms"), ("right", right), ("days", "7"));

    private static AuthenticationHeaderValue Bearer(string secret) => new("Bearer", secret);

    [GeneratedRegex("value=\"(rung_[^\"]+)\"")]
    private static partial Regex Shown();
}
