using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Accounts;
using Rung.Server.Limits;
using Rung.Server.Tests.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Limits;

/// <summary>Nobody fills the disk: a customer's people and a program send so many bytes, and files have no room when the disk is nearly full. S53, S68, R40.</summary>
public sealed class SizeTests
{
    private const string Complain = "/schools-desk/portal/complain";

    // With the other fields of the form 61 KiB.
    private static readonly string Long = new('x', 60 * 1024);

    private static readonly Customer Millbrook = Customer("millbrook", "MB1");
    private static readonly Customer Ashgrove = Customer("ashgrove", "AG1");

    // A hundred KiB at once and one each minute: 2 times 61 are 22 minutes too many.
    [Fact]
    public async Task S68_The_people_of_one_customer_send_so_many_bytes_together_and_others_do_not_wait_for_them()
    {
        await using var desk = await Open(new Rates { CustomerSize = new Rate(100, 1) });
        using var office = await desk.SignIn(Millbrook, "office");
        using var head = await desk.SignIn(Millbrook, "head");
        using var elsewhere = await desk.SignIn(Ashgrove, "office");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(office, Long));
        using var waits = await head.Send(Complain, Complain, ("text", Long));
        Assert.Equal(HttpStatusCode.TooManyRequests, waits.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(22), waits.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(head, "A few words."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(elsewhere, Long));
        desk.Advance(Duration.FromMinutes(23));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(head, Long));
    }

    [Fact]
    public async Task S68_A_program_sends_so_many_bytes_and_an_agent_as_many_as_they_have_to()
    {
        await using var desk = await Open(new Rates { ProgramSize = new Rate(100, 1) });
        using var program = await Program(desk);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Log(program, 60)).Status);
        var (status, text) = await Log(program, 60);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("too-often", text, StringComparison.Ordinal);
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var agent = await desk.SignIn("Alex Agent");
        for (var once = 0; once < 5; once++)
        {
            using var sent = await agent.Send(
                "/schools-desk/customers/new",
                "/schools-desk/customers/new",
                ("address", Long)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        }
    }

    // As HttpClient sends JSON: in pieces, without a length. Twice 1 KiB, then 60 of the 100 are counted as read, and so are 60 more; after
    // that the next waits.
    [Fact]
    public async Task S68_What_does_not_say_its_length_counts_by_what_is_read_of_it()
    {
        await using var desk = await Open(new Rates { ProgramSize = new Rate(100, 1) });
        using var program = await Program(desk);
        foreach (var kib in (int[])[1, 1, 60, 60])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Log(program, kib, isInPieces: true)).Status);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Log(program, 1, isInPieces: true)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Log(program, 1)).Status);
        desk.FreeGibibytes = 0.1;
        desk.Advance(Duration.FromMinutes(90));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Log(program, 1, isInPieces: true)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Log(program, 70, isInPieces: true)).Status);
    }

    [Fact]
    public async Task S53_While_the_disk_is_nearly_full_words_are_taken_and_files_are_not_and_everybody_is_told()
    {
        await using var desk = await Open(new Rates());
        using var office = await desk.SignIn(Millbrook, "office");
        using var program = await Program(desk);
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var agent = await desk.SignIn("Alex Agent");
        Assert.Equal("ready", await agent.Page("/healthz/ready"));
        Assert.DoesNotContain(
            "are free on its disk",
            await agent.Page("/schools-desk/queue"),
            StringComparison.Ordinal
        );

        // Less than a tenth of a hundred: short, and not full.
        desk.FreeGibibytes = 9;
        Assert.Equal("ready, but only 9.0 GiB are free on its disk", await agent.Page("/healthz/ready"));
        Assert.Contains(
            "Only 9.0 GiB are free on its disk",
            await agent.Page("/schools-desk/queue"),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(office, Long + Long));

        desk.FreeGibibytes = 0.1;
        using var full = await office.Send(Complain, Complain, ("text", Long + Long));
        Assert.Equal(HttpStatusCode.InsufficientStorage, full.StatusCode);
        Assert.Contains("Send it without the files", await Visitor.Text(full), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(office, "A few words."));
        var (status, text) = await Log(program, 100);
        Assert.Equal(HttpStatusCode.InsufficientStorage, status);
        Assert.Contains("no-room", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Log(program, 1)).Status);
    }

    [Fact]
    public async Task S53_A_thousand_uploads_of_nobody_leave_nothing_on_the_disk()
    {
        await using var desk = await GuardedDesk.Open();
        using var nobody = desk.Visit();
        var before = Size(desk);
        for (var once = 0; once < 1000; once++)
        {
            using var form = new MultipartFormDataContent();
            form.Add(new ByteArrayContent(new byte[20_000]), "papers", "scan.pdf");
            var path = once % 2 == 0 ? Complain : "/api/v1/schools-desk/complaints";
            using var answer = await nobody.Client.PostAsync(
                new Uri(path, UriKind.Relative),
                form,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        // Twenty million bytes were sent.
        Assert.InRange(Size(desk) - before, 0, 1_000_000);
    }

    private static Customer Customer(string id, string number) =>
        new(id, GuardedDesk.Schools, $"{id} school", number)
        {
            Contacts =
            [
                new Contact("office", "Office manager", null, $"office@{id}.example.org", []),
                new Contact("head", "Head teacher", null, $"head@{id}.example.org", []),
            ],
        };

    private static async Task<GuardedDesk> Open(Rates rates)
    {
        var desk = await GuardedDesk.OpenLimited(rates: rates);
        await desk.Database.Customers.Save(Millbrook);
        await desk.Database.Customers.Save(Ashgrove);
        return desk;
    }

    private static async Task<HttpStatusCode> Send(Visitor visitor, string text)
    {
        using var sent = await visitor.Send(Complain, Complain, ("kind", "nothing"), ("text", text));
        return sent.StatusCode;
    }

    private static async Task<Visitor> Program(GuardedDesk desk)
    {
        var program = desk.Visit();
        var right = new Right(GuardedDesk.Schools, Actor.AgentRole);
        var token = await desk.Service<AccountDesk>().MakeToken("Alarms", right, ("Tests", Duration.FromDays(1)));
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    // Refused for its customer, after it was read.
    private static async Task<(HttpStatusCode Status, string Text)> Log(
        Visitor program,
        int kib,
        bool isInPieces = false
    )
    {
        var body = $$"""{"customer":"nobody","contact":"nobody","text":"{{new string('x', kib * 1024)}}"}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/schools-desk/redirections")
        {
            Content = content,
        };
        request.Headers.TransferEncodingChunked = isInPieces;
        using var answer = await program.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await Visitor.Text(answer));
    }

    private static long Size(GuardedDesk desk) =>
        new DirectoryInfo(desk.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
