using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace Rung.Server.Pages.Help;

/// <summary>
/// An article's Markdown as a page shows it. HTML in it is text; what is written then goes through a second gate, which lets
/// a few plain tags and links to safe addresses through, and no picture.
/// </summary>
internal static class ArticleHtml
{
    private const int MostSigns = 200;
    private const string TooDeep =
        "The text is nested too deep: take some of the brackets, quotes or stars in it away.";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .Build();

    private static readonly HtmlSanitizerOptions Allowed = new()
    {
        AllowedTags = Words(
            "p br hr h2 h3 h4 h5 h6 ul ol li strong em code pre blockquote a table thead tbody tr th td"
        ),
        AllowedAttributes = Words("href"),
        AllowedSchemes = Words("http https mailto tel"),
        UriAttributes = Words("href"),
        AllowedCssProperties = Words(""),
    };

    /// <exception cref="ArgumentException">It is nested so deep that nobody can have meant it.</exception>
    public static MarkupString Of(string body)
    {
        var document = Markdown.Parse(body, Pipeline);
        // The page has the title above it.
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + 1);
        }
        return new MarkupString(new HtmlSanitizer(Allowed).Sanitize(document.ToHtml(Pipeline)));
    }

    /// <summary>Why it cannot be shown; null: it can.</summary>
    public static string? Fault(string body)
    {
        // Nobody means so many; each could open something within the one before.
        if (body.Split('\n').Any(line => line.Count(sign => sign is '>' or '[' or '*' or '_') > MostSigns))
        {
            return TooDeep;
        }
        try
        {
            _ = Of(body);
            return null;
        }
        catch (ArgumentException)
        {
            return TooDeep;
        }
    }

    private static HashSet<string> Words(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
