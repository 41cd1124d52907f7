using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>What is written at one desk is found at no other, and counts nowhere there. S2</summary>
public sealed class ForeignWordsTests
{
    private const string Canary = "Quokkas";
    private const string Nonsense = "Wombats";

    private static readonly string[] Asked =
    [
        "/smc/search?q=WORD",
        "/smc/queue?q=WORD",
        "/smc/customers?q=WORD",
        "/api/v1/smc/search?q=WORD",
        "/api/v1/smc/customers?q=WORD",
        "/api/v1/smc/queue",
        "/api/v1/smc/queue/counts",
        "/api/v1/smc/promises",
    ];

    [Fact]
    public async Task S2_A_word_of_another_desk_is_answered_like_one_that_nobody_ever_wrote()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add("Alex Agent", new Right("smc", Actor.AgentRole));
        await desk.Add("Sam Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var elsewhere = await desk.SignIn("Alex Agent");
        using var there = await desk.SignIn("Sam Agent");
        var before = await Answers(elsewhere, Nonsense);
        await Write(desk);

        Assert.Equal(before, await Answers(elsewhere, Nonsense));
        Assert.Equal(before, await Answers(elsewhere, Canary));
        Assert.Contains(
            $"{Canary} cannot print",
            await there.Page($"/schools-desk/search?q={Canary}"),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> Answers(Visitor visitor, string word)
    {
        var all = "";
        foreach (var path in Asked)
        {
            var page = await visitor.Page(path.Replace("WORD", word, StringComparison.Ordinal));
            all += page.Replace(
                    Visitor.TokenIn(page) is { Length: > 0 } token ? token : word,
                    "",
                    StringComparison.Ordinal
                )
                .Replace(word, "WORD", StringComparison.Ordinal);
        }
        return all;
    }

    private static async Task Write(GuardedDesk desk)
    {
        await desk.Database.Customers.Save(
            new Customer("millbrook", GuardedDesk.Schools, $"{Canary} Primary", "QKK1")
            {
                Contacts = [new Contact("office", Canary, "01632 960001", "office@millbrook.example.org", [])],
            }
        );
        Assert.True(desk.Service<DeskRegister>().TryGet(GuardedDesk.Schools, out var guide));
        var log = new LogCase
        {
            Kind = CaseKind.Fault,
            Source = Channel.Phone,
            Subject = $"{Canary} cannot print",
            Reporter = new Reporter("millbrook", $"{Canary} Primary", Canary, null, null, null),
            Services = ["identity"],
            Answers = new Dictionary<string, string> { ["affected"] = "some", ["effect"] = "cannot-use" },
        };
        var who = new Requester(new Actor("Sam Agent", Actor.AgentRole));
        Assert.IsType<DeskAnswer.Done>(await desk.Service<ServiceDesk>().Log(guide, log, who));
    }
}
