using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>One-time codes and what takes their place. S55.</summary>
public sealed partial class OneTimeCodeTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    // The last six digits of the eight in RFC 6238, appendix B, for SHA-1.
    [Theory(DisplayName = "S55: codes are those of RFC 6238")]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        var now = Instant.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, OneTimeCode.Of(key, OneTimeCode.Step(now)));
        Assert.Equal(OneTimeCode.Step(now), OneTimeCode.Match(key, $"{code[..3]} {code[3..]}", now));
        Assert.Null(OneTimeCode.Match(key, code, now + Duration.FromSeconds(60)));
        Assert.Null(OneTimeCode.Match(key, "", now));
    }

    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_as_authenticators_read_it(string bytes, string text) =>
        Assert.Equal(text, Base32.Of(Encoding.ASCII.GetBytes(bytes)));

    [Fact(DisplayName = "S55: once set up, the code is asked for after the password, and no page opens before")]
    public async Task Is_asked_for()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        var (key, _) = await SetUp(desk);
        desk.Advance(Duration.FromSeconds(60));
        using var visitor = desk.Visit();

        using var asked = await visitor.SignIn(GuardedDesk.Mail(Alex), GuardedDesk.Password);
        var page = await Visitor.Text(asked);
        Assert.Contains("autocomplete=\"one-time-code\"", page);
        using var skipped = await visitor.Get("/schools-desk/queue");
        Assert.Equal(HttpStatusCode.Redirect, skipped.StatusCode);
        using var wrong = await Send(visitor, page, "000000");
        Assert.Equal(422, (int)wrong.StatusCode);
        using var right = await Send(visitor, page, Code(desk, key));
        Assert.Equal(303, (int)right.StatusCode);
        await visitor.Page("/schools-desk/queue");
    }

    [Fact(DisplayName = "S55: a one-time code is taken once, also where it was shown while setting up")]
    public async Task Is_taken_once()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        var (key, _) = await SetUp(desk);
        using var first = desk.Visit();
        using var second = desk.Visit();

        Assert.Equal(422, await SignIn(first, Code(desk, key)));
        desk.Advance(Duration.FromSeconds(30));
        Assert.Equal(303, await SignIn(first, Code(desk, key)));
        Assert.Equal(422, await SignIn(second, Code(desk, key)));
    }

    [Fact(DisplayName = "S55: a recovery code takes its place, once, however it is typed")]
    public async Task Recovers()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        var (_, recovery) = await SetUp(desk);
        Assert.Equal(RecoveryCodes.Count, recovery.Count);
        using var visitor = desk.Visit();

        Assert.Equal(303, await SignIn(visitor, recovery[3].ToLowerInvariant().Replace(' ', '-')));
        Assert.Contains("Of your recovery codes 9 are left.", await visitor.Page("/account"));
        using var other = desk.Visit();
        Assert.Equal(422, await SignIn(other, recovery[3]));
    }

    [Fact(DisplayName = "S55: who guesses codes is slowed as who guesses passwords")]
    public async Task Slows_who_guesses()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        var (key, _) = await SetUp(desk);
        desk.Advance(Duration.FromSeconds(60));
        using var visitor = desk.Visit();
        using var asked = await visitor.SignIn(GuardedDesk.Mail(Alex), GuardedDesk.Password);
        var page = await Visitor.Text(asked);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await Send(visitor, page, "000000");
            Assert.Equal(422, (int)wrong.StatusCode);
        }

        using var right = await Send(visitor, page, Code(desk, key));

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact(DisplayName = "S55: another password by a link takes no one-time code away")]
    public async Task Outlives_a_new_password()
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent);
        var (key, _) = await SetUp(desk);
        desk.Advance(Duration.FromSeconds(60));
        var changed = (await desk.Database.Accounts.Find(account.Id))!;
        var link = $"/invitation/{await desk.Service<AccountDesk>().NewLink(changed)}";
        using var visitor = desk.Visit();

        using var chosen = await visitor.Send(link, link, ("password", GuardedDesk.Password));
        Assert.Equal("/sign-in", chosen.Headers.Location!.OriginalString);
        using var skipped = await visitor.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, skipped.StatusCode);
        Assert.Equal(303, await SignIn(visitor, Code(desk, key)));
    }

    [Fact(DisplayName = "The code is taken away with the password, or by an administrator")]
    public async Task Is_taken_away()
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent);
        var (key, _) = await SetUp(desk);
        desk.Advance(Duration.FromSeconds(60));
        using var visitor = desk.Visit();
        await SignIn(visitor, Code(desk, key));

        using var refused = await visitor.Send("/account", "/account/remove-code", ("sure", "a guess"));
        Assert.Contains("This is not your password.", await Visitor.Text(refused));
        using var taken = await visitor.Send("/account", "/account/remove-code", ("sure", GuardedDesk.Password));
        Assert.Equal(303, (int)taken.StatusCode);
        using var plain = await desk.SignIn(Alex);

        await SetUp(desk);
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var page = $"/accounts/{account.Id}";
        using var removed = await administrator.Send(page, $"{page}/remove-code");
        using var again = await desk.SignIn(Alex);
    }

    [Fact(DisplayName = "S65: the secret of an authenticator is kept encrypted, and its recovery codes as hashes")]
    public async Task Keeps_no_secret()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        var (key, recovery) = await SetUp(desk);
        var all = await desk.Bytes();

        Assert.DoesNotContain(key, all);
        Assert.All(recovery, code => Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), all));
    }

    private static async Task<(string Key, IReadOnlyList<string> Recovery)> SetUp(GuardedDesk desk)
    {
        using var visitor = await desk.SignIn(Alex);
        using var asked = await visitor.Send("/account", "/account/code");
        var page = await Visitor.Text(asked);
        var key = Secret().Match(page).Groups[1].Value;
        using var done = await visitor.SendBare(
            "/account/code/confirm",
            ("__RequestVerificationToken", Visitor.TokenIn(page)),
            ("key", Value(page, "key")),
            ("code", Code(desk, key)),
            ("now", GuardedDesk.Password)
        );
        var recovery = Recovery().Matches(await Visitor.Text(done)).Select(one => one.Groups[1].Value);
        return (key, [.. recovery]);
    }

    private static async Task<int> SignIn(Visitor visitor, string code)
    {
        using var asked = await visitor.SignIn(GuardedDesk.Mail(Alex), GuardedDesk.Password);
        using var answer = await Send(visitor, await Visitor.Text(asked), code);
        return (int)answer.StatusCode;
    }

    private static Task<HttpResponseMessage> Send(Visitor visitor, string page, string code) =>
        visitor.SendBare(
            "/sign-in/code",
            ("__RequestVerificationToken", Visitor.TokenIn(page)),
            ("half-way", Value(page, "half-way")),
            ("code", code)
        );

    private static string Code(GuardedDesk desk, string key) => OneTimeCode.Of(Bytes(key), OneTimeCode.Step(desk.Now));

    // As an authenticator reads it.
    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(
            key.Select(letter =>
                Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')
            )
        );
        return [.. bits.Chunk(8).Where(one => one.Length == 8).Select(one => Convert.ToByte(new string(one), 2))];
    }

    private static string Value(string page, string name) =>
        Regex.Match(page, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("secret=([A-Z2-7]{32})&")]
    private static partial Regex Secret();

    [GeneratedRegex("<code[^>]*>([A-Z2-7 ]{19})</code>")]
    private static partial Regex Recovery();
}
