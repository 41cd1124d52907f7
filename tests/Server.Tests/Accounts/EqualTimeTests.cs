using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>How long an answer takes does not say whether somebody is known. S55, ASVS 6.3.8.</summary>
public sealed class EqualTimeTests(ITestOutputHelper output)
{
    private const string Known = "Alex Agent";
    private const string Portal = "/schools-desk/portal/sign-in";

    // One that was answered without the work of the other would take a twentieth of its time; what is answered within a
    // millisecond differs by less than any network does.
    private const double Most = 1.5;
    private const double Nothing = 0.5;

    [Fact]
    public async Task S55_A_wrong_password_takes_as_long_for_an_address_that_is_known_as_for_one_that_is_not()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Known, new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var visitor = desk.Visit();
        var token = Visitor.TokenIn(await visitor.Page("/sign-in"));
        Task Ask(string email) => Send(visitor, "/sign-in", token, ("email", email), ("password", "four other words"));

        // Within a quarter of an hour a place would have to wait.
        await Compare(
            () => Ask(GuardedDesk.Mail(Known)),
            () => Ask("nobody.here@desk.example.org"),
            () => desk.Advance(Duration.FromMinutes(16)),
            rounds: 30
        );
    }

    [Theory]
    [InlineData("/sign-in/forgotten")]
    [InlineData(Portal)]
    public async Task S55_Asking_for_a_link_takes_as_long_for_an_address_that_is_known_as_for_one_that_is_not(
        string path
    )
    {
        await using var desk = await GuardedDesk.OpenWriting();
        await desk.Add(Known, new Right(GuardedDesk.Schools, Actor.AgentRole));
        await desk.Database.Customers.Save(
            new Customer("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MB1")
            {
                Contacts = [new Contact("office", "Office manager", null, GuardedDesk.Mail(Known), [])],
            }
        );
        using var visitor = desk.Visit();
        var token = Visitor.TokenIn(await visitor.Page(path));

        await Compare(
            () => Send(visitor, path, token, ("email", GuardedDesk.Mail(Known))),
            () => Send(visitor, path, token, ("email", "nobody.here@desk.example.org")),
            () => desk.Advance(Duration.FromHours(2)),
            rounds: 300
        );
    }

    private async Task Compare(Func<Task> known, Func<Task> unknown, Action between, int rounds)
    {
        var (ofKnown, ofUnknown) = (new List<double>(), new List<double>());
        await Time(known);
        await Time(unknown);
        // In turns, each first as often: whatever else the machine does, and what a moved clock sets off, hits both.
        for (var round = 0; round < rounds; round++)
        {
            between();
            var knownFirst = round % 2 == 0;
            for (var turn = 0; turn < 2; turn++)
            {
                var isKnown = knownFirst == (turn == 0);
                (isKnown ? ofKnown : ofUnknown).Add(await Time(isKnown ? known : unknown));
            }
        }
        var (one, other) = (Median(ofKnown), Median(ofUnknown));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"known {one:0.0} ms, unknown {other:0.0} ms, ratio {one / other:0.00} ({rounds} each)"
            )
        );
        Assert.True(
            Math.Abs(one - other) < Nothing || (one < Most * other && other < Most * one),
            $"known {one} ms, unknown {other} ms"
        );
    }

    private static async Task<double> Time(Func<Task> ask)
    {
        var begin = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static async Task Send(Visitor visitor, string path, string token, params (string, string)[] values)
    {
        using var answer = await visitor.SendBare(path, [("__RequestVerificationToken", token), .. values]);
        Assert.NotEqual(429, (int)answer.StatusCode);
        await Visitor.Text(answer);
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);
}
