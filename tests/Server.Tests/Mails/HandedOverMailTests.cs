using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Mail.Inbound;
using Rung.Mail.Outbound;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>A mail that is not for the desk goes to the team it is for, word for word, with when it came. ESS-11, ESS-12, ESS-86.</summary>
public sealed class HandedOverMailTests
{
    private static readonly JsonObject ToSales = new() { ["route"] = "direct-sales", ["note"] = "Ring them today" };

    [Fact]
    public async Task ESS_11_ESS_12_The_team_gets_its_words_and_receipt_and_the_sender_is_told()
    {
        // Friday 30 April 2027, 18:20 BST; handed over on Tuesday 4 May at 08:25 BST, when the desk is open again.
        await using var desk = await RunningDesk.Open("2027-04-30T17:20:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Receives("A second filter", "We want one for the new building.\r\nBy June.");
        desk.AdvanceTo("2027-05-04T07:25:00Z");

        var handed = (await agent.Post($"intake/{mail.Id}/hand-over", ToSales.DeepClone())).Expect(200).Body!["mail"]!;

        Assert.Equal(
            ("leftAlone", "Handed over to Direct sales team.", "2027-04-30T17:20:00Z"),
            ((string?)handed["state"], (string?)handed["reason"], (string?)handed["receivedAt"])
        );
        var (team, sender) = await Told(desk);
        Assert.Equal(
            ("sales@schools.example.org", "office@ashgrove.example.org"),
            (team.Message.To, sender.Message.To)
        );
        Assert.Contains("First received: Friday 30 April 2027, 18:20", team.Message.Text, StringComparison.Ordinal);
        Assert.Contains("Ring them today", team.Message.Text, StringComparison.Ordinal);
        Assert.Contains("We want one for the new building.\nBy June.", team.Message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("new building", sender.Message.Text, StringComparison.Ordinal);
        Assert.Contains("handed it over to the Direct sales team", sender.Message.Text, StringComparison.Ordinal);

        // Both are mails of the schools desk, and the second is an answer in the sender's thread.
        var made = desk.Services.GetRequiredService<OutgoingMails>();
        var (toTeam, toSender) = ((await made.Make(team)).Mail!, (await made.Make(sender)).Mail!);
        Assert.Equal("desk@schools.example.org", toTeam.From.Address);
        Assert.Equal("desk@schools.example.org", toSender.From.Address);
        Assert.Null(toTeam.InReplyTo);
        Assert.NotNull(toSender.InReplyTo);

        var referral = (await agent.Get("referrals")).Body!["referrals"]![0]!;
        Assert.Equal(
            (mail.Id, "direct-sales", "2027-04-30T17:20:00Z"),
            ((long)referral["mailId"]!, (string?)referral["route"], (string?)referral["receivedAt"])
        );
    }

    // The message as it leaves, read as their program reads it. 8 MB do not fit into what mail servers take, encoded.
    [Fact]
    public async Task ESS_12_Its_attachments_go_along_and_one_that_is_too_large_is_named_and_stays_at_the_desk()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        byte[] plan = [.. Enumerable.Range(0, 3000).Select(one => (byte)(one * 7))];
        var large = new byte[8_000_000];
        var mail = await mails.Takes(
            WithFiles(
                ("plan.pdf", "application/pdf", plan),
                ("scan.tif", "image/tiff", large),
                ("Räume.csv", "text/csv", plan)
            )
        );
        await agent.Post($"intake/{mail.Id}/hand-over", ToSales.DeepClone());

        var (team, sender) = await Told(desk);
        var made = desk.Services.GetRequiredService<OutgoingMails>();
        var written = MailWriter.Write((await made.Make(team)).Mail!);
        var read = MailReader.Read(written);
        Assert.Equal(["plan.pdf", "Räume.csv"], read.Attachments.Select(one => one.FileName));
        Assert.Equal(["application/pdf", "text/csv"], read.Attachments.Select(one => one.MediaType));
        Assert.Equal([plan, plan], MailReader.Contents(written, [1, 2]));
        Assert.Contains("We want one for the new building.", read.Body.Text, StringComparison.Ordinal);
        Assert.Contains("[attached: plan.pdf]", read.Body.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"[too large to be attached: scan.tif, 8 MB; the Schools service desk has it in its mail {mail.Id}]",
            read.Body.Text.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        // An attempt that is repeated is the same to the byte.
        Assert.Equal(written, MailWriter.Write((await made.Make(team)).Mail!));
        Assert.Empty((await made.Make(sender)).Mail!.Enclosures);
        Assert.Equal(
            large,
            await desk.Client.GetByteArrayAsync(
                $"/schools-desk/mails/{mail.Id}/attachments/2",
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Two_who_hand_over_the_same_mail_tell_the_team_once_and_a_restored_one_keeps_its_receipt()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Receives("A second filter", "We want one.");
        await agent.Post($"intake/{mail.Id}/hand-over", ToSales.DeepClone());

        var second = await agent.Post($"intake/{mail.Id}/hand-over", new JsonObject { ["route"] = "management" });

        Assert.Equal((409, "mail-settled"), (second.Status, second.Code));
        var (team, _) = await Told(desk);
        Assert.Equal("sales@schools.example.org", team.Message.To);
        desk.AdvanceTo("2027-05-04T09:00:00Z");
        var restored = (await agent.Post($"intake/{mail.Id}/restore")).Expect(200).Body!["mail"]!;
        Assert.Equal("2027-05-04T08:00:00Z", (string?)restored["effectiveAt"]);
    }

    // S28: whoever forged a sender does not have us write to them.
    [Fact]
    public async Task A_sender_whose_address_is_forged_is_told_nothing()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var forged = $"Authentication-Results: {MailServer.AuthServId}; dmarc=fail header.from=ashgrove.example.org";
        var mail = await new MailServer(desk).Takes(
            MailServer.Message("Office <office@ashgrove.example.org>", "A filter", "We want one.", forged)
        );
        await new Caller(desk).Post($"intake/{mail.Id}/hand-over", ToSales.DeepClone());

        var waiting = await Waiting(desk);

        Assert.Equal("sales@schools.example.org", Assert.Single(waiting).Message.To);
    }

    [Fact]
    public async Task A_route_that_takes_nothing_over_is_refused_and_the_mail_waits()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Receives("A second filter", "We want one.");

        var refused = await agent.Post($"intake/{mail.Id}/hand-over", new JsonObject { ["route"] = "complaint-form" });

        Assert.Equal((422, "unknown-in-guide"), (refused.Status, refused.Code));
        Assert.Equal(InboundState.Unlogged, (await mails.Settled(mail.Id)).State);
        Assert.Empty(await Waiting(desk));
    }

    private static string WithFiles(params (string Name, string Type, byte[] Content)[] files)
    {
        const string Text = "Content-Type: text/plain; charset=utf-8\r\n\r\nWe want one for the new building.\r\n";
        var parts = files.Select(file =>
            $"Content-Type: {file.Type}\r\nContent-Disposition: attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}\r\n"
            + $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(file.Content, Base64FormattingOptions.InsertLineBreaks)}\r\n"
        );
        var body = string.Concat(parts.Prepend(Text).Select(part => $"--files\r\n{part}")) + "--files--";
        return MailServer.Message(
            "Office <office@ashgrove.example.org>",
            "A second filter",
            body,
            MailServer.Verified,
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=files"
        );
    }

    private static async Task<(QueuedMessage Team, QueuedMessage Sender)> Told(RunningDesk desk) =>
        await Waiting(desk) is [var team, var sender]
            ? (team, sender)
            : throw new InvalidOperationException("Not two mails wait.");

    // Without the receipt that a mail out of hours gets.
    private static async Task<IReadOnlyList<QueuedMessage>> Waiting(RunningDesk desk)
    {
        var outbox = desk.Services.GetRequiredService<RungDatabase>().Outbox;
        var waiting = await outbox.Waiting("schools-desk", desk.Now, 100);
        return [.. waiting.Where(one => one.Message.Kind.StartsWith("to-another-team", StringComparison.Ordinal))];
    }
}
