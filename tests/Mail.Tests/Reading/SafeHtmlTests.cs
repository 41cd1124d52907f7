using Ganss.Xss;
using Rung.Mail.Inbound;
using Rung.Mail.Tests.Corpus;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>HTML that is shown says the same when a browser reads it again, and has nothing in it that runs or loads. S32, S37</summary>
public sealed class SafeHtmlTests
{
    private static readonly string[] Never =
    [
        "<img",
        "<svg",
        "<style",
        "<script",
        " src",
        " on",
        "style=",
        "url(",
        "javascript:",
        "id=",
        "class=",
    ];

    // S32
    [Fact]
    public void Every_formatted_text_of_the_corpus_is_the_same_when_read_again()
    {
        var htmls = CorpusMail.All.Select(mail => MailReader.Read(mail.Bytes).Body.Html).OfType<string>().ToList();
        Assert.True(htmls.Count >= 20);
        Assert.All(htmls, html => Assert.Equal(html, Again(html)));
    }

    // S32, S37
    [Fact]
    public void No_formatted_text_of_the_corpus_has_a_tag_or_an_attribute_that_could_do_anything()
    {
        foreach (var mail in CorpusMail.All)
        {
            var tags = Tags(MailReader.Read(mail.Bytes).Body.Html ?? "");
            Assert.All(
                tags,
                tag => Assert.All(Never, never => Assert.DoesNotContain(never, tag, StringComparison.OrdinalIgnoreCase))
            );
        }
    }

    private static string Again(string html)
    {
        var everything = new HtmlSanitizer();
        return everything.Sanitize(html).Trim();
    }

    private static IEnumerable<string> Tags(string html) =>
        html.Split('<')
            .Skip(1)
            .Select(part =>
                "<" + part.Split('>')[0].Replace("href=\"https://example.org", "", StringComparison.Ordinal)
            );
}
