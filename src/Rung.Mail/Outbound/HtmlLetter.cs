using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Rung.Mail.Outbound;

/// <summary>
/// The HTML beside a plain text, made from it: nobody has to keep two texts alike. Paragraphs, lists and lines that name a
/// thing and its value; nothing is loaded from anywhere, and every letter of the text is text.
/// </summary>
public static partial class HtmlLetter
{
    private const string Foot = "\n-- \n";
    private const string Font = "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Arial,sans-serif";

    /// <param name="title">What the letter is about: its subject.</param>
    public static string Of(string title, string text, string language)
    {
        var lines = text.ReplaceLineEndings("\n");
        var cut = lines.LastIndexOf(Foot, StringComparison.Ordinal);
        var (said, under) = cut < 0 ? (lines, "") : (lines[..cut], lines[(cut + Foot.Length)..]);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"").Append(Encode(language)).Append("\">\n<head>\n");
        html.Append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        html.Append(Encode(title)).Append("</title>\n</head>\n");
        html.Append("<body style=\"margin:0;padding:16px\">\n<div style=\"")
            .Append(Font)
            .Append(";max-width:40em;overflow-wrap:anywhere\">\n");
        var paragraphs = Paragraphs(said);
        for (var index = 0; index < paragraphs.Length; index++)
        {
            Paragraph(html, paragraphs[index], index == 0 ? "font-weight:600" : null, Named);
        }
        if (under.Trim().Length > 0)
        {
            html.Append("<hr style=\"border:0;border-top:1px solid #888;margin:24px 0 12px\">\n");
            html.Append("<div style=\"font-size:14px\">\n");
            Array.ForEach(Paragraphs(under), paragraph => Paragraph(html, paragraph, null, Linked));
            html.Append("</div>\n");
        }
        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static string[] Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Paragraph(StringBuilder html, string text, string? style, Func<string, string> line)
    {
        var lines = text.Split('\n');
        if (Array.TrueForAll(lines, item => item.StartsWith("- ", StringComparison.Ordinal)))
        {
            html.Append("<ul>\n");
            Array.ForEach(lines, item => html.Append("<li>").Append(line(item[2..])).Append("</li>\n"));
            html.Append("</ul>\n");
            return;
        }
        html.Append("<p style=\"margin:0 0 12px").Append(style is null ? "" : $";{style}").Append("\">");
        html.Append(string.Join("<br>\n", lines.Select(line))).Append("</p>\n");
    }

    // "Condition: Open. It waits.": what is named stands out, and not what is said about it.
    private static string Named(string line)
    {
        var named = Names().Match(line);
        return named.Success
            ? $"{Linked(named.Groups["name"].Value)} <strong>{Linked(named.Groups["value"].Value)}</strong>{Linked(named.Groups["more"].Value)}"
            : Linked(line);
    }

    // A link says where it leads: nothing else is ever its text.
    private static string Linked(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var link in Link().EnumerateMatches(text))
        {
            var address = Encode(text.Substring(link.Index, link.Length));
            html.Append(Encode(text[at..link.Index]));
            html.Append("<a href=\"").Append(address).Append("\">").Append(address).Append("</a>");
            at = link.Index + link.Length;
        }
        return html.Append(Encode(text[at..])).ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(
        @"^(?<name>[A-Z][A-Za-z ]{1,40}:) (?<value>([^.\n]|\.(?! ))+)(?<more>\. .*)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Names();

    [GeneratedRegex(@"\bhttps?://[A-Za-z0-9./?&=%_~#+:@-]*[A-Za-z0-9/=_~#-]")]
    private static partial Regex Link();
}
