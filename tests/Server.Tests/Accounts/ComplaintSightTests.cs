using System.Net;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Where people have accounts, who may see a complaint is the role that they hold, and never a word of theirs. ESS-93.</summary>
public sealed class ComplaintSightTests
{
    private const string Alex = "Alex Agent";
    private const string Sam = "Sam Handler";
    private const string Robin = "Robin Handler";

    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);
    private static readonly Right Handler = new(GuardedDesk.Schools, "complaint-handler");

    [Fact]
    public async Task ESS_93_Who_holds_the_post_sees_it_and_neither_an_agent_nor_the_person_complained_of_does()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        await desk.Add(Sam, Handler);
        await desk.Add(Robin, Agent, Handler);
        var reference = await Complain(desk, about: Robin);
        foreach (var path in (string[])["/schools-desk/cases/", "/api/v1/schools-desk/cases/"])
        {
            Assert.Equal(HttpStatusCode.NotFound, await Status(desk, Alex, path + reference));
            Assert.Equal(HttpStatusCode.NotFound, await Status(desk, Robin, path + reference));
            Assert.Equal(HttpStatusCode.OK, await Status(desk, Sam, path + reference));
        }

        // Nor does choosing the other of their roles help whom it is about.
        using var robin = await desk.SignIn(Robin);
        using var chosen = await robin.Send(
            "/schools-desk/queue",
            "/acting",
            ("acting", $"complaint-handler|{Robin}"),
            ("return", "/schools-desk/queue")
        );
        using var still = await robin.Get($"/schools-desk/cases/{reference}");
        Assert.Equal(HttpStatusCode.NotFound, still.StatusCode);
        Assert.DoesNotContain(reference, await robin.Page("/schools-desk/complaints"), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(GuardedDesk desk, string who, string path)
    {
        using var visitor = await desk.SignIn(who);
        using var answer = await visitor.Get(path);
        return answer.StatusCode;
    }

    private static async Task<string> Complain(GuardedDesk desk, string about)
    {
        Assert.True(desk.Service<DeskRegister>().TryGet(GuardedDesk.Schools, out var guide));
        var complaint = new LogCase
        {
            Kind = guide.Kinds.First(kind => kind.Handling == KindHandling.Complaint).Id,
            Source = Channel.Phone,
            Subject = "Complaint",
            Reporter = new Reporter(
                "ashgrove",
                "Ashgrove Primary",
                "Head teacher",
                null,
                null,
                "head@ashgrove.example.org"
            ),
            Complaint = new ComplaintDetails("Nobody rang back") { About = about },
        };
        var answer = await desk.Service<ServiceDesk>()
            .Log(guide, complaint, new Requester(new Actor(Sam, Handler.Role)));
        return Assert.IsType<DeskAnswer.Done>(answer).Case.State.Reference.Text;
    }
}
