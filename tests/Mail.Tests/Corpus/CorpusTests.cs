using System.Diagnostics;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Xunit;

namespace Rung.Mail.Tests.Corpus;

/// <summary>Every message of the corpus is read as its author says: R6, S17 to S42, ESS-30 to ESS-36, A-24.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. CorpusMail.All.Select(mail => mail.Name)];

    [Fact]
    public void The_corpus_has_at_least_150_messages_each_with_its_own_name()
    {
        Assert.True(CorpusMail.All.Count >= 150, $"There are {CorpusMail.All.Count}.");
        Assert.Distinct(CorpusMail.All.Select(mail => mail.Name));
    }

    // ESS-30 to ESS-36: the messages of 05-facts.mails have and lack each of the facts.
    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_its_author_says(string name)
    {
        var mail = CorpusMail.All.Single(one => one.Name == name);
        var read = ReadInTime(mail.Bytes);
        foreach (var (verb, rest) in mail.Expected)
        {
            Check(mail, read, verb, rest);
        }
        var listed = mail.Expected.Where(one => one.Verb == "finding").Select(one => one.What).Order();
        Assert.Equal(listed, read.Findings.Select(finding => finding.Fault.ToString()).Order());
    }

    // A busy machine may take its time once, but not three times.
    private static ReceivedMail ReadInTime(byte[] message)
    {
        for (var tries = 1; tries <= 3; tries++)
        {
            var started = Stopwatch.GetTimestamp();
            var read = MailReader.Read(message);
            if (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5))
            {
                return read;
            }
        }
        Assert.Fail("It took longer than 5 seconds, three times (S41).");
        return null;
    }

    private static void Check(CorpusMail mail, ReceivedMail read, string verb, string rest)
    {
        switch (verb)
        {
            case "from":
                Assert.Equal(rest, read.From?.ToString() ?? "nobody");
                break;
            case "to":
                Assert.Equal(rest, string.Join(", ", read.To));
                break;
            case "cc":
                Assert.Equal(rest, string.Join(", ", read.Cc));
                break;
            case "subject":
                Assert.Equal(rest, read.Subject);
                break;
            case "id":
                Assert.Equal(rest, read.MessageId ?? "none");
                break;
            case "answers":
                Assert.Equal(rest, string.Join(' ', read.Answers));
                break;
            case "undelivered":
                Assert.Equal(rest, read.Undelivered.Count == 0 ? "none" : string.Join(' ', read.Undelivered));
                break;
            case "attached":
                Assert.Contains(rest, read.Attachments.Select(one => $"{one.FileName} {one.MediaType}"));
                break;
            case "attachments":
                Assert.Equal(rest, $"{read.Attachments.Count}");
                break;
            case "content":
                Assert.Equal(rest, System.Text.Encoding.UTF8.GetString(MailReader.Content(mail.Bytes, 1)!).Trim());
                break;
            default:
                CheckBody(mail, read, verb, rest);
                break;
        }
    }

    private static void CheckBody(CorpusMail mail, ReceivedMail read, string verb, string rest)
    {
        var body = read.Body;
        switch (verb)
        {
            case "text":
                Assert.Equal(rest, body.Text.Trim());
                break;
            case "has":
                Assert.Contains(rest, body.Text, StringComparison.Ordinal);
                break;
            case "hasnot":
                Assert.DoesNotContain(rest, body.Text, StringComparison.OrdinalIgnoreCase);
                break;
            case "said":
                Assert.Equal(rest, body.Said);
                break;
            case "blocks":
                Assert.Equal(rest, string.Join(' ', body.Blocks.Select(block => block.Kind)));
                break;
            case "html":
                Assert.Equal(rest, body.Html ?? "none");
                break;
            case "htmlhas":
                Assert.Contains(rest, body.Html, StringComparison.Ordinal);
                break;
            case "htmlhasnot":
                Assert.DoesNotContain(rest, body.Html ?? "", StringComparison.OrdinalIgnoreCase);
                break;
            default:
                CheckMeaning(mail, read, verb, rest);
                break;
        }
    }

    private static void CheckMeaning(CorpusMail mail, ReceivedMail read, string verb, string rest)
    {
        var sender = SenderCheck.Of(read, KnownWorld.AuthServId);
        switch (verb)
        {
            case "sort":
                Assert.Equal(rest, Nature(mail, read).Sort.ToString());
                break;
            case "standing":
                Assert.Equal(rest, sender.Standing.ToString());
                break;
            case "thread":
                var clues = ThreadClues.Of(read, "R", KnownWorld.Key, mail.Of("recipient")).Of(Nature(mail, read));
                Assert.Equal(rest, Told(Threads.Decide(clues, KnownWorld.Threads, read.From, sender)));
                break;
            case "fact":
                Assert.Contains(rest, Facts(read).Select(fact => $"{fact.Fact.Id} {fact.Where} {fact.Value}"));
                break;
            case "missing":
                Assert.Equal(
                    rest,
                    string.Join(' ', Facts(read).Where(fact => fact.IsMissing).Select(fact => fact.Fact.Id))
                );
                break;
            case "repeats":
                Assert.Equal(rest, MailSorter.RepeatedSubject(read) ?? "nothing");
                break;
            case "telephone":
                Assert.Equal(rest, HighImpact.In(read) is null ? "no" : "yes");
                break;
            case "finding" or "bare" or "envelope" or "recipient":
                break;
            default:
                Assert.Fail($"There is no '{verb}'.");
                break;
        }
    }

    private static IReadOnlyList<FoundFact> Facts(ReceivedMail read) =>
        FactFinder.Find(Guides.Schools, read, KnownWorld.Sender(read));

    private static MailNature Nature(CorpusMail mail, ReceivedMail read) =>
        MailSorter.Sort(read, KnownWorld.Own, Envelope(mail));

    private static string? Envelope(CorpusMail mail) =>
        mail.Of("envelope") is { } sender ? sender.Trim('<', '>') : null;

    private static string Told(ThreadDecision decision) =>
        decision switch
        {
            ThreadDecision.OnCase on => $"{on.Reference} {on.By}",
            ThreadDecision.Hint hint => $"{hint.Reference} hint",
            _ => "new",
        };
}
