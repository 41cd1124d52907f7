using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Server.Demo.Playing;

namespace Rung.Server.Demo.Stories;

/// <summary>What lies in the schools desk's mailboxes when the demo opens.</summary>
internal static class SchoolsMails
{
    private const string Desk = "desk@schools.example.org";
    private const string Filtering = "filtering@schools.example.org";

    private static readonly InstantPattern Written = InstantPattern.CreateWithInvariantCulture(
        "ddd, d MMM uuuu HH:mm:ss '+0000'"
    );

    private static readonly IReadOnlyList<Letter> Letters =
    [
        // Everything the guide wants is in it.
        new(
            "35m",
            Desk,
            "School business manager",
            "business.manager@larkmere.example.org",
            "Mail to one parent comes back"
        )
        {
            IsVerified = true,
            Text = """
                Good afternoon,

                Name: School business manager
                Role: Business manager
                Phone: 01632 960123
                School: Larkmere Primary School
                Our reference: LMP-2214
                Problem: Every e-mail to one parent's new address comes back with "550 no such user". Others arrive.
                Tried: Sent it from a second account and from webmail, with the same answer.
                Affected: only one person, our office

                Kind regards
                The office
                """,
        },
        // Nothing of what is needed, and nobody we know.
        new("9h 25m", Desk, "", "teacher@quillhaven.example.org", "help")
        {
            Text = """
                Hi, it is not working again. Can you fix it please? Thanks
                """,
        },
        // About e-mail, and sent to those who look after the web filter; it should have been logged by now.
        new("10h 40m", Filtering, "Office manager", "office@nettlewick.example.org", "Shared mailbox is gone")
        {
            IsVerified = true,
            Text = """
                Hello,

                since yesterday the shared mailbox of the office is missing from Outlook for two people here.
                We have restarted both machines and signed in again, it does not come back.

                You can reach me on 01632 960151.

                --
                Office manager, Nettlewick Junior School
                """,
        },
        // Names a case, but nobody checked who wrote it.
        new("1h 10m", Desk, "Office manager", "office@larkmere.example.org", "Re: [{reset}] Password reset")
        {
            Text = """
                Is there any news? The queue in the office gets longer.

                On Wednesday the service desk wrote:
                > The provider of the text messages has a fault. Agents reset
                > passwords by telephone meanwhile.
                """,
        },
        // What belongs on the telephone.
        new("6m", Desk, "Network manager", "network@brindlecross.example.com", "Nobody can sign in")
        {
            IsVerified = true,
            Text = """
                Since ten past three nobody can sign in anywhere at our school, staff and pupils alike.
                The internet itself works. I have tried three machines in two rooms.
                """,
        },
        // A program's: on the case it is about, where it counts as nothing.
        new(
            "20m",
            Desk,
            "Network manager",
            "network@brindlecross.example.com",
            "Automatic reply: [{starters}] Single sign-on"
        )
        {
            IsVerified = true,
            Headers = ["Auto-Submitted: auto-replied"],
            Text = """
                I am away until 4 January and do not read mail.
                """,
        },
    ];

    /// <param name="cases">The demo's cases, which some of the mails name.</param>
    public static IEnumerable<DemoMail> Of(DemoSet set, IReadOnlyList<DemoCase> cases)
    {
        foreach (var letter in Letters)
        {
            yield return Sent(set, letter, text => Named(text, cases));
        }
        var at = Before(set, "4h");
        yield return new DemoMail(
            set.Guide.Document.Id,
            Desk,
            at,
            $"From: scanner@amber-tor.example.org\r\nDate: {Written.Format(at)}\r\nContent-Type: multipart/mixed\r\n\r\nJVBERi0xLjcK\r\n",
            "Rung stopped twice while it was handling this message."
        );
    }

    private static DemoMail Sent(DemoSet set, Letter letter, Func<string, string> named)
    {
        var at = Before(set, letter.Before);
        var domain = letter.From[(letter.From.IndexOf('@', StringComparison.Ordinal) + 1)..];
        string[] verdict = letter.IsVerified
            ? [$"Authentication-Results: {DemoMail.AuthServId}; dmarc=pass header.from={domain}"]
            : [];
        string[] lines =
        [
            .. verdict,
            letter.Name.Length == 0 ? $"From: {letter.From}" : $"From: {letter.Name} <{letter.From}>",
            $"To: {letter.To}",
            $"Date: {Written.Format(at)}",
            $"Message-ID: <demo.{at.ToUnixTimeSeconds()}@{domain}>",
            $"Subject: {named(letter.Subject)}",
            "Content-Type: text/plain; charset=utf-8",
            .. letter.Headers,
            "",
            .. letter.Text.Split('\n'),
        ];
        return new DemoMail(set.Guide.Document.Id, letter.To, at, string.Join("\r\n", lines) + "\r\n");
    }

    private static string Named(string text, IReadOnlyList<DemoCase> cases) =>
        text.Replace("{reset}", Reference(cases, "Password reset by text").Text, StringComparison.Ordinal)
            .Replace("{starters}", Reference(cases, "Single sign-on fails").Text, StringComparison.Ordinal);

    private static CaseReference Reference(IReadOnlyList<DemoCase> cases, string subject) =>
        cases.Last(one => one.State.Logged.Subject.StartsWith(subject, StringComparison.Ordinal)).Reference;

    private static Instant Before(DemoSet set, string terms) =>
        StoryTime.Before(set.Opening, terms, set.Guide.DeskCalendar);

    /// <summary>One mail: how long before opening it came, in working time, where to and who from.</summary>
    private sealed record Letter(string Before, string To, string Name, string From, string Subject)
    {
        public required string Text { get; init; }

        /// <summary>Whether our mail server found that it is from where it says.</summary>
        public bool IsVerified { get; init; }
        public IReadOnlyList<string> Headers { get; init; } = [];
    }
}
