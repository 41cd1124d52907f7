using System.Net;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.SubjectAccess;
using Rung.Server.Tests.Accounts;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>
/// Who somebody is says their id at their customer, not their name: names are shared, change, and are those of posts. ESS-93, S1, S69, S72.
/// </summary>
public sealed class NamesakeTests
{
    private static readonly Contact Sam = new("sam-poole", "Sam Poole", null, "sam@millbrook.example.org", []);
    private static readonly Contact Namesake = new("sam-poole-2", "Sam Poole", null, "sp@millbrook.example.org", []);
    private static readonly Customer Millbrook = new("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MIL01");

    [Fact(DisplayName = "ESS-93: a complaint is its complainer's, and no namesake's at the same customer")]
    public async Task A_namesake_sees_no_complaint()
    {
        await using var desk = await OpenWith(Sam, Namesake);
        var complaint = await Complain(desk, Sam);
        Assert.True(await Sees(desk, Sam, complaint));
        Assert.False(await Sees(desk, Namesake, complaint));
    }

    [Fact(DisplayName = "ESS-93: whoever is called otherwise from now on keeps their complaint")]
    public async Task A_renamed_contact_keeps_theirs()
    {
        await using var desk = await OpenWith(Sam, Namesake);
        var complaint = await Complain(desk, Sam);
        var renamed = Sam with { Name = "Samantha Poole" };
        await Save(desk, renamed, Namesake);
        Assert.True(await Sees(desk, renamed, complaint));
        Assert.False(await Sees(desk, Namesake, complaint));
    }

    [Fact(
        DisplayName = "ESS-93: the next holder of a post, at the same address even, does not read what the last one complained of"
    )]
    public async Task A_successor_inherits_nothing()
    {
        var leaver = new Contact("office-manager", "Office manager", null, "office@millbrook.example.org", []);
        var next = leaver with { Id = "office-manager-2" };
        await using var desk = await OpenWith(leaver);
        var (complaint, before) = (await Complain(desk, leaver), await Complain(desk, leaver, contact: null));
        await Save(desk, leaver with { LeftOn = new LocalDate(2026, 5, 4) }, next);
        Assert.False(await Sees(desk, next, complaint));
        Assert.False(await Sees(desk, next, before));
    }

    [Fact(
        DisplayName = "ESS-93: who can be reached elsewhere by now reads no complaint, since it may be somebody else who reads there"
    )]
    public async Task Another_address_reads_no_complaint()
    {
        await using var desk = await OpenWith(Sam);
        var complaint = await Complain(desk, Sam);
        using var before = await desk.SignIn(Millbrook with { Contacts = [Sam] }, Sam.Id);
        var moved = Sam with { Email = "agent@desk.example.org" };
        await Save(desk, moved);
        Assert.False(await Sees(desk, moved, complaint));
        using var after = await desk.SignIn(Millbrook with { Contacts = [moved] }, Sam.Id);
        await Save(desk, Sam);
        // Back at the old address: who signed in by the other is nobody.
        using var answer = await after.Get(Page(complaint));
        Assert.Equal(HttpStatusCode.Redirect, Plain(answer));
        Assert.Contains("It never worked", await before.Page(Page(complaint)), StringComparison.Ordinal);
    }

    /// <summary>Cases of before have no id: name and address together tell, where one alone ever had that name.</summary>
    [Theory]
    [InlineData("Sam Poole", "SAM@millbrook.example.org", false, true)]
    [InlineData("Sam Poole", "sam@millbrook.example.org", true, false)]
    [InlineData("Sam Poole", null, false, false)]
    [InlineData("Sam Poole", "other@millbrook.example.org", false, false)]
    [InlineData("Pat Reader", "sam@millbrook.example.org", false, false)]
    public async Task A_complaint_without_an_id_is_whoever_has_its_name_and_address(
        string name,
        string? address,
        bool hasNamesake,
        bool isSeen
    )
    {
        await using var desk = await OpenWith(hasNamesake ? [Sam, Namesake] : [Sam]);
        var complaint = await Complain(desk, Sam with { Name = name, Email = address }, contact: null);
        Assert.Equal(isSeen, await Sees(desk, Sam, complaint));
    }

    [Fact(DisplayName = "ESS-88: the portal lists one's own complaints however many others the customer has")]
    public async Task One_s_own_is_found_among_many()
    {
        await using var desk = await OpenWith(Sam, Namesake);
        var complaint = await Complain(desk, Sam);
        for (var others = 0; others < 201; others++)
        {
            desk.Advance(Duration.FromSeconds(1));
            await Complain(desk, Namesake);
        }
        Assert.True(await Sees(desk, Sam, complaint));
    }

    [Fact(
        DisplayName = "S72: what is given out of somebody has nothing of their namesake, nor of who shares their address"
    )]
    public async Task Subject_access_tells_namesakes_apart()
    {
        var (sam, namesake) = (Sam, Namesake with { Email = Sam.Email });
        await using var desk = await OpenWith(sam, namesake);
        var guide = Guide(desk);
        var (mine, theirs) = (await Complain(desk, sam), await Complain(desk, namesake));
        var subject = new Subject(guide, Millbrook with { Contacts = [sam, namesake] }, sam);
        var reporters = new[] { mine, theirs }.Select(one => Logged(desk, one));
        Assert.Equal([true, false], (await Task.WhenAll(reporters)).Select(one => subject.Is(one.Reporter)));
        Assert.Equal([true, false], (await Task.WhenAll(reporters)).Select(subject.Did));
        // Without an id nobody can tell which of the two it was.
        Assert.False(subject.Is(null, "Sam Poole"));
        Assert.True(new Subject(guide, Millbrook with { Contacts = [sam] }, sam).Is(null, "sam poole"));
    }

    [Fact(DisplayName = "The events of a contact carry their id")]
    public async Task What_a_contact_did_says_who()
    {
        await using var desk = await OpenWith(Sam, Namesake);
        var logged = await Logged(desk, await Complain(desk, Sam));
        Assert.Equal(("Sam Poole", Sam.Id, Sam.Id), (logged.By.Name, logged.By.ContactId, logged.Reporter.ContactId));
    }

    private static async Task<GuardedDesk> OpenWith(params Contact[] contacts)
    {
        var desk = await GuardedDesk.Open();
        await Save(desk, contacts);
        return desk;
    }

    private static Task Save(GuardedDesk desk, params Contact[] contacts) =>
        desk.Database.Customers.Save(Millbrook with { Contacts = contacts });

    private static Guide Guide(GuardedDesk desk)
    {
        Assert.True(desk.Service<DeskRegister>().TryGet(GuardedDesk.Schools, out var guide));
        return guide;
    }

    private static Task<CaseReference> Complain(GuardedDesk desk, Contact by) => Complain(desk, by, by.Id);

    private static async Task<CaseReference> Complain(GuardedDesk desk, Contact by, string? contact)
    {
        var (id, name) = (Millbrook.Id, Millbrook.Name);
        var reporter = new Reporter(id, name, by.Name, null, null, by.Email) { ContactId = contact };
        var guide = Guide(desk);
        var complaint = new HandedIn(reporter, Channel.Portal, new ComplaintDetails("It never worked")).Command(guide);
        var who = new Actor(by.Name, Actor.ContactRole) { CustomerId = id, ContactId = contact };
        var answer = await desk.Service<ServiceDesk>().Log(guide, complaint, new Requester(who));
        return Assert.IsType<DeskAnswer.Done>(answer).Case.State.Reference;
    }

    private static async Task<CaseLogged> Logged(GuardedDesk desk, CaseReference reference) =>
        (CaseLogged)(await desk.Database.Cases.Load(reference))!.Events[0];

    private static string Page(CaseReference reference) => $"/{GuardedDesk.Schools}/portal/cases/{reference}";

    private static HttpStatusCode Plain(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.SeeOther ? HttpStatusCode.Redirect : answer.StatusCode;

    // In the list and by its address, which have to agree.
    private static async Task<bool> Sees(GuardedDesk desk, Contact who, CaseReference reference)
    {
        using var visitor = await desk.SignIn(Millbrook with { Contacts = [who] }, who.Id);
        var list = await visitor.Page($"/{GuardedDesk.Schools}/portal/cases?state=all");
        var isListed = list.Contains($"{reference}", StringComparison.Ordinal);
        using var answer = await visitor.Get(Page(reference));
        Assert.Equal(isListed ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        return isListed;
    }
}
