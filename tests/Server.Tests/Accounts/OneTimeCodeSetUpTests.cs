using System.Net;
using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Pages.Accounts;
using Rung.Storage.Accounts;
using Xunit;
using ZXing.Common;
using ZXing.QrCode.Internal;

namespace Rung.Server.Tests.Accounts;

/// <summary>A one-time code is set up by its owner alone, who hears of it. S55.</summary>
public sealed partial class OneTimeCodeSetUpTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    [Theory(DisplayName = "S55: whoever finds a screen unlocked binds no telephone of theirs: it takes the password")]
    [InlineData("")]
    [InlineData("not the password at all")]
    public async Task Takes_the_password(string password)
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);
        using var refused = await SetUp(desk, visitor, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await Visitor.Text(refused);
        Assert.Contains("This is not your password.", again, StringComparison.Ordinal);
        Assert.Contains("class=\"qr\"", again, StringComparison.Ordinal);
        Assert.Null((await desk.Database.Accounts.Find(account.Id))!.CodeKey);
    }

    [Fact(DisplayName = "Its owner is told by mail when a code is set up, and when it is taken away")]
    public async Task Tells_its_owner()
    {
        await using var desk = await GuardedDesk.OpenWriting();
        var account = await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);
        using var done = await SetUp(desk, visitor, GuardedDesk.Password);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var removed = await visitor.Send("/account", "/account/remove-code", ("sure", GuardedDesk.Password));
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        var kept = (await desk.Database.Accounts.Find(account.Id))!;
        await desk.Service<AccountDesk>().RemoveCode(kept);

        var told = (await desk.Database.Outbox.OfRecipient(GuardedDesk.Schools, account.Email, 10)).Select(one =>
            one.Message.Text
        );
        // 09:00 UTC is 10:00 in London in May.
        Assert.Collection(
            told,
            one =>
                Assert.Contains(
                    "on Monday 4 May 2026, 10:00 BST: a one-time code is asked for",
                    one,
                    StringComparison.Ordinal
                ),
            one => Assert.Contains("no one-time code is asked for any more", one, StringComparison.Ordinal),
            one => Assert.Contains("an administrator took your one-time code away", one, StringComparison.Ordinal)
        );
    }

    [Fact(DisplayName = "The picture that a telephone scans says what the link beside it says")]
    public void Is_scanned()
    {
        var address = OneTimeCode.Address(OneTimeCode.NewKey(), GuardedDesk.Mail(Alex));
        var picture = QrPicture.Of(address);
        Assert.Equal(address, new Decoder().decode(Squares(picture), null).Text);
    }

    // Four squares around it are light.
    private static BitMatrix Squares(QrPicture picture)
    {
        var squares = new BitMatrix(picture.Size - 8);
        foreach (Match dark in Dark().Matches(picture.Path))
        {
            squares[int.Parse(dark.Groups[1].ValueSpan) - 4, int.Parse(dark.Groups[2].ValueSpan) - 4] = true;
        }
        return squares;
    }

    private static async Task<HttpResponseMessage> SetUp(GuardedDesk desk, Visitor visitor, string password)
    {
        using var asked = await visitor.Send("/account", "/account/code");
        var page = await Visitor.Text(asked);
        var kept = Kept().Match(page).Groups[1].Value;
        var key = desk.Service<CodeKeys>().Open(kept)!;
        return await visitor.SendBare(
            "/account/code/confirm",
            ("__RequestVerificationToken", Visitor.TokenIn(page)),
            ("key", kept),
            ("code", OneTimeCode.Of(key, OneTimeCode.Step(desk.Now))),
            ("now", password)
        );
    }

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex Kept();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h1v1h-1z")]
    private static partial Regex Dark();
}
