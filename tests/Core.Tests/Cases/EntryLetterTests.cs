using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>Mails with a link by which somebody gets in: the guide's words, and never the link itself. S15.</summary>
public class EntryLetterTests
{
    // 14:30 UTC is 14:30 in London in December.
    private static readonly EntryReader Reader = new("Office manager", At.London("2026-12-14 14:30"));

    [Fact]
    public void A_guide_that_says_nothing_of_such_mails_has_the_paragraph_of_its_desk_at_their_foot()
    {
        var guide = ShippedGuides.Schools with { Entry = null };

        var letter = EntryLetter.SignIn(guide, Reader);

        Assert.Contains(
            "What we promise: Contact and escalation guide, version 2.0, \"Hours of cover\"",
            letter.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void S15_The_link_is_not_in_it_until_it_leaves_and_what_is_under_every_mail_is_under_a_contacts()
    {
        var guide = ShippedGuides.Schools;
        var letter = EntryLetter.SignIn(guide, Reader);

        Assert.Contains(EntryLetter.Link, letter.Text, StringComparison.Ordinal);
        Assert.Contains("14:30", letter.Text, StringComparison.Ordinal);
        Assert.Contains("\n\n-- \n", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", letter.Text + letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("\n-- \n", EntryLetter.Invitation(guide, Reader).Text, StringComparison.Ordinal);
        Assert.StartsWith("Office manager, ", EntryLetter.Password(guide, Reader).Text, StringComparison.Ordinal);
    }

    // Quotes with nothing between them would be left.
    [Fact]
    public void What_is_under_the_mail_has_no_empty_quotes_where_it_rests_on_no_paragraph()
    {
        foreach (var guide in new[] { ShippedGuides.Schools, ShippedGuides.Smc })
        {
            var text = EntryLetter.SignIn(guide with { Entry = EntryLetters.Usual }, Reader).Text;
            Assert.DoesNotContain("\"\"", text, StringComparison.Ordinal);
            Assert.Contains(
                $"{guide.Document.Title}, version {guide.Document.Version}\n",
                text,
                StringComparison.Ordinal
            );
            var cited = guide with { Entry = EntryLetters.Usual with { Cite = guide.Desk.Cite } };
            Assert.Contains(
                $", version {guide.Document.Version}, \"{guide.Heading(guide.Desk.Cite)}\"\n",
                EntryLetter.SignIn(cited, Reader).Text,
                StringComparison.Ordinal
            );
        }
    }

    // 14:30 UTC is 14:30 in London in December.
    [Fact]
    public void What_was_changed_in_how_somebody_signs_in_is_told_without_a_link()
    {
        var letter = EntryLetter.Changed(
            ShippedGuides.Schools,
            ("Kim Agent", "a passkey was taken away"),
            Reader.Until
        );
        Assert.StartsWith("Kim Agent, at ", letter.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Monday 14 December 2026, 14:30 GMT: a passkey was taken away.",
            letter.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(EntryLetter.Link, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", letter.Text + letter.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_says_it_in_its_own_words()
    {
        var template = new MessageTemplate("In at {desk}\nnow", "{name}: {link} by {until}, {phone}");
        var guide = ShippedGuides.Schools with { Entry = EntryLetters.Usual with { Invitation = template } };

        var letter = EntryLetter.Invitation(guide, Reader);

        Assert.Equal($"In at {guide.Desk.Name} now", letter.Subject);
        Assert.StartsWith(
            $"Office manager: {EntryLetter.Link} by Monday 14 December 2026, 14:30",
            letter.Text,
            StringComparison.Ordinal
        );
    }
}
