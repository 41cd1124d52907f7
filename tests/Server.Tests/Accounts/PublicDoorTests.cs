using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Rung.Core.Cases;
using Rung.Server.Hosting;
using Rung.Server.Tests.Commands;
using Rung.Storage.Accounts;
using Xunit;
using IPNetwork = System.Net.IPNetwork;

namespace Rung.Server.Tests.Accounts;

/// <summary>A desk behind a proxy that it was told about. S57, S58, S63, S64.</summary>
public sealed class PublicDoorTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);
    private static readonly Uri Public = new("https://desk.example.org");
    private static readonly PublicDoor OnThisMachine = new(Public, [IPNetwork.Parse("127.0.0.1/32")]);
    private static readonly PublicDoor Elsewhere = new(Public, [IPNetwork.Parse("203.0.113.64/28")]);

    [Theory(DisplayName = "S63: of what a proxy forwards the last address counts, and from others nothing does")]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("nonsense", "127.0.0.1")]
    public async Task Believes_the_last(string forwarded, string counts)
    {
        foreach (var (door, expected) in new[] { (OnThisMachine, counts), (Elsewhere, "127.0.0.1") })
        {
            await using var desk = await GuardedDesk.OpenBehind(door);
            await desk.Add(Alex, Agent);
            using var visitor = desk.Visit();
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
            using var answer = await visitor.SignIn(GuardedDesk.Mail(Alex), GuardedDesk.Password);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal(expected, (await desk.Database.Audit.Page(0, 1))[0].Entry.Source);
        }
    }

    [Fact(
        DisplayName = "S58: where the proxy says that it came encrypted, the session's cookie is for encrypted ways only"
    )]
    public async Task Seals_the_cookie()
    {
        await using var desk = await GuardedDesk.OpenBehind(OnThisMachine);
        await desk.Add(Alex, Agent);
        using var visitor = desk.Visit();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Client.DefaultRequestHeaders.Host = Public.Host;
        using var page = await visitor.Get("/sign-in");
        var token = Visitor.TokenIn(await Visitor.Text(page));
        var form = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        visitor.Client.DefaultRequestHeaders.Add("Cookie", form);
        using var answer = await visitor.SendBare(
            "/sign-in",
            ("__RequestVerificationToken", token),
            ("email", GuardedDesk.Mail(Alex)),
            ("password", GuardedDesk.Password)
        );
        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            one => one.StartsWith("__Host-rung-session", StringComparison.Ordinal)
        );
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("__Host-rung-form=", form, StringComparison.Ordinal);
        using var left = await visitor.SendBare("/sign-out", ("__RequestVerificationToken", token));
        Assert.Contains(
            left.Headers.GetValues("Set-Cookie"),
            one => one.StartsWith("rung-notice=", StringComparison.Ordinal)
        );
        Assert.All(
            new[] { page, answer, left }.SelectMany(one => one.Headers.GetValues("Set-Cookie")),
            one => Assert.Contains("; secure", one, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory(DisplayName = "S64: whoever came encrypted once comes no other way, and on this machine that is not said")]
    [InlineData("https", "max-age=31536000")]
    [InlineData("http", null)]
    public async Task Stays_encrypted(string scheme, string? says)
    {
        await using var desk = await GuardedDesk.OpenBehind(OnThisMachine);
        using var visitor = desk.Visit();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        foreach (var path in (string[])["/sign-in", "/schools-desk/portal/sign-in", "/no/such/page", "/rung.css"])
        {
            using var answer = await visitor.Get(path);
            var found = answer.Headers.TryGetValues("Strict-Transport-Security", out var said) ? said.Single() : null;
            Assert.True(says == found, $"{path}: {found}");
        }
    }

    [Theory(
        DisplayName = "S57: a request that names no host is refused, and what looks whether the server lives is answered"
    )]
    [InlineData("GET /sign-in HTTP/1.0\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET /schools-desk/guide HTTP/1.0\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET /schools-desk/portal/sign-in HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET /api/v1/desks HTTP/1.0\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET /healthz/live HTTP/1.0\r\n\r\n", "HTTP/1.1 200 ")]
    [InlineData("GET /healthz/live HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 ")]
    public async Task Wants_a_name(string request, string status)
    {
        await using var desk = await GuardedDesk.OpenBehind(OnThisMachine);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, desk.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        Assert.StartsWith(
            status,
            await reader.ReadLineAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact(DisplayName = "S57: the host that people type is taken, another is not, and links are made of it alone")]
    public async Task Knows_its_name()
    {
        await using var desk = await GuardedDesk.OpenBehind(OnThisMachine);
        using var visitor = desk.Visit();
        foreach (var (host, status) in new[] { (Public.Host, 200), ("evil.example.org", 400), ("localhost", 200) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.Host = host;
            request.Headers.Add("X-Forwarded-Host", "evil.example.org");
            using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, (int)answer.StatusCode);
        }
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        administrator.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example.org");
        using var shown = await administrator.Send(
            "/accounts",
            "/accounts",
            ("name", Alex),
            ("email", GuardedDesk.Mail(Alex)),
            ("right", "schools-desk agent")
        );
        Assert.Contains("https://desk.example.org/invitation/", await Visitor.Text(shown), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "S63: whoever comes past the proxy is turned away")]
    public async Task Nobody_comes_past()
    {
        Assert.True(Elsewhere.Admits(IPAddress.Parse("203.0.113.79")));
        Assert.True(Elsewhere.Admits(IPAddress.Parse("::ffff:203.0.113.64")));
        Assert.True(Elsewhere.Admits(IPAddress.Loopback));
        Assert.False(Elsewhere.Admits(IPAddress.Parse("203.0.113.80")));
        Assert.False(Elsewhere.Admits(IPAddress.Parse("2001:db8::1")));

        await using var desk = await GuardedDesk.OpenBehind(Elsewhere with { Listen = IPAddress.Any });
        using var visitor = desk.Visit();
        using var near = await visitor.Get("/sign-in");
        Assert.Equal(HttpStatusCode.OK, near.StatusCode);
        if (OwnAddress() is { } own)
        {
            using var outside = new HttpClient { BaseAddress = new Uri($"http://{own}:{desk.Address.Port}") };
            outside.DefaultRequestHeaders.Host = Public.Host;
            using var answer = await outside.GetAsync(
                new Uri("/sign-in", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Theory(DisplayName = "What cannot be a door is refused with what to write instead")]
    [InlineData("--url", "http://desk.example.org", "is not an address like https://desk.example.org")]
    [InlineData("--url", "https://desk.example.org/rung", "with nothing after the host")]
    [InlineData("--url", "https://desk.example.org", "--url, --proxy and --listen go together")]
    [InlineData("--proxy", "proxy.example.org", "is not an address like 192.0.2.10")]
    [InlineData("--listen", "everywhere", "is not an address of this machine")]
    [InlineData("--proxy", "0.0.0.0/0", "is nearly everybody")]
    [InlineData("--proxy", "::/0", "is nearly everybody")]
    [InlineData("--listen", "0.0.0.0", "--url, --proxy and --listen go together")]
    public async Task Refuses(string option, string value, string says)
    {
        var (code, _, error) = await RungProgram.Run("serve", option, value);
        Assert.Equal(2, code);
        Assert.Contains(says, error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    // Of this machine, other than loopback; some have none.
    private static IPAddress? OwnAddress() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .Where(one => one.OperationalStatus == OperationalStatus.Up)
            .SelectMany(one => one.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address)
            .FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one));
}
