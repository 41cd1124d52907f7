using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>What programs send: by a good token of this desk or not at all, and nothing that the API does not name. S9, S48.</summary>
public sealed class ProgramDoorTests
{
    private const string Cases = "/api/v1/schools-desk/cases";

    [Fact]
    public async Task S48_An_alert_without_a_good_token_of_this_desk_makes_no_case()
    {
        await using var desk = await GuardedDesk.Open();
        var here = await Token(desk, GuardedDesk.Schools, "Here");
        var elsewhere = await Token(desk, "smc", "Elsewhere");
        var revoked = await Token(desk, GuardedDesk.Schools, "Revoked");
        var id = (await desk.Database.Tokens.All()).Single(one => one.Name == "Revoked").Id;
        await desk.Service<AccountDesk>().RevokeToken(id);
        (string? Token, string Path, HttpStatusCode Status)[] asked =
        [
            (null, Cases, HttpStatusCode.Unauthorized),
            ("rung_guess", Cases, HttpStatusCode.Unauthorized),
            (here[..^1], Cases, HttpStatusCode.Unauthorized),
            (here + "x", Cases, HttpStatusCode.Unauthorized),
            (revoked, Cases, HttpStatusCode.Unauthorized),
            (null, $"{Cases}?token={here}", HttpStatusCode.Unauthorized),
            (null, $"{Cases}?access_token={here}", HttpStatusCode.Unauthorized),
            (elsewhere, Cases, HttpStatusCode.NotFound),
        ];
        foreach (var (token, path, expected) in asked)
        {
            var (status, text) = await Send(desk, path, token, """{"source":"monitoring"}""");
            Assert.True(status == expected, $"{path} {status}: {text}");
        }
        // With a good one it is read, and what it lacks is said.
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(desk, Cases, here, """{"source":"monitoring"}""")).Status);
        Assert.Empty(await desk.Database.Cases.PageOf(GuardedDesk.Schools, 0, 9));
    }

    [Fact]
    public async Task S9_A_field_that_nobody_may_set_is_refused_by_its_name_wherever_something_is_made()
    {
        await using var desk = await GuardedDesk.Open();
        var token = await Token(desk, GuardedDesk.Schools, "Here");
        string[] fields =
        [
            "role",
            "isAdmin",
            "orgId",
            "requesterId",
            "createdAt",
            "dueAt",
            "pausedUntil",
            "internal",
            "assigneeId",
            "version",
            "emailVerified",
            "passwordHash",
        ];
        foreach (var path in (string[])["cases", "complaints", "referrals", "redirections", "proposal"])
        {
            foreach (var field in fields)
            {
                var (status, text) = await Send(
                    desk,
                    $"/api/v1/schools-desk/{path}",
                    token,
                    $$"""{"{{field}}":"2026-05-04T09:00:00Z"}"""
                );
                Assert.True(status == HttpStatusCode.BadRequest, $"{path} {field} {status}: {text}");
                Assert.Contains($"$.{field}", text, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<string> Token(GuardedDesk desk, string at, string name) =>
        (
            await desk.Service<AccountDesk>()
                .MakeToken(name, new Right(at, Actor.AgentRole), ("Tests", Duration.FromDays(1)))
        )!;

    private static async Task<(HttpStatusCode Status, string Text)> Send(
        GuardedDesk desk,
        string path,
        string? token,
        string body
    )
    {
        using var program = desk.Visit();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await program.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await Visitor.Text(answer));
    }
}
