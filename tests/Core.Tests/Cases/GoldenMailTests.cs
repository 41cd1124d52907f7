using System.Text;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// Every mail of the stories D1, D2 and D4, word for word. The files in <c>Golden/</c> were read and approved by a person;
/// the times in them are those that the stories give. Run with RUNG_APPROVE=1 to write what would be said now, and read it.
/// </summary>
public sealed class GoldenMailTests
{
    private static string Folder => Path.Combine(GuideFiles.Root, "tests", "Core.Tests", "Cases", "Golden");

    [Fact]
    public void D1_Held_over_Christmas()
    {
        var one = SimulatedCase
            .Log("2026-12-24 15:31")
            .At("2026-12-29 09:05")
            .Do(new Assign("Engineer 2"))
            .At("2026-12-30 11:00")
            .Do(new Hold("customer-unavailable", "the school office to open again"))
            .At("2027-01-04 09:30")
            .Do(new RecordReply("We are back", Channel.Email), People.Contact)
            .At("2027-01-05 13:50")
            .Do(new Resolve("We put a new certificate on the sign-in server.", Confirmation.Required))
            .At("2027-01-05 15:00")
            .Do(new ConfirmResolution(null), People.Contact);

        Approve("d1", one.Mails);
    }

    [Fact]
    public void D2_Raised_after_a_bank_holiday()
    {
        var receipt = Receipt.Of(
            ShippedGuides.Schools,
            new Receipt.Arrival(
                "desk@schools.example.org",
                "office@millbrook.example.org",
                At.London("2027-04-30 18:20"),
                At.London("2027-05-04 08:00")
            )
        );
        var one = SimulatedCase
            .Log(
                "2027-05-04 08:25",
                log =>
                    log with
                    {
                        Source = Channel.Email,
                        ReceivedAt = At.London("2027-04-30 18:20"),
                        Subject = "Folders are slow",
                        Answers = Answers.Fault("some", "disruption"),
                    }
            )
            .At("2027-05-04 08:47")
            .Do(
                new SetPriority("P2", "School business manager", "A whole year group cannot hand in its work"),
                People.TeamLeader
            );

        Approve("d2", [receipt!, .. one.Mails]);
    }

    [Fact]
    public void D4_Silence_over_Easter()
    {
        var one = SimulatedCase
            .Log("2027-03-23 09:00")
            .At("2027-03-24 14:00")
            .Do(new Resolve("We moved the mailboxes to another server.", Confirmation.Required))
            .At("2027-04-02 14:20")
            .Do(new RecordReply("It is back", Channel.Email), People.Contact);

        Approve("d4", [.. one.Mails, .. one.Next!.Mails]);
    }

    private static void Approve(string story, IReadOnlyList<OutgoingMessage> mails)
    {
        var file = Path.Combine(Folder, $"{story}.txt");
        var said = Words(mails);
        if (Environment.GetEnvironmentVariable("RUNG_APPROVE") == "1")
        {
            File.WriteAllText(file, said);
        }
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), said);
    }

    private static string Words(IReadOnlyList<OutgoingMessage> mails)
    {
        var words = new StringBuilder();
        foreach (var mail in mails)
        {
            words.Append("To: ").Append(mail.To).Append('\n');
            words.Append("Subject: ").Append(mail.Subject).Append("\n\n");
            words.Append(mail.Text.Replace("-- \n", "--\n", StringComparison.Ordinal)).Append("\n\n");
            words.Append('=', 120).Append("\n\n");
        }
        return words.ToString();
    }
}
