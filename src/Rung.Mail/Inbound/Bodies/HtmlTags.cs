using MimeKit.Text;

namespace Rung.Mail.Inbound.Bodies;

/// <summary>What is known about the tags of HTML mails.</summary>
internal static class HtmlTags
{
    private static readonly HtmlTagId[] None = [];
    private static readonly HtmlTagId[] Paragraph = [HtmlTagId.P];
    private static readonly HtmlTagId[] Items = [HtmlTagId.LI];
    private static readonly HtmlTagId[] Terms = [HtmlTagId.DT, HtmlTagId.DD];
    private static readonly HtmlTagId[] Cells = [HtmlTagId.TD, HtmlTagId.TH];
    private static readonly HtmlTagId[] Rows = [HtmlTagId.TR];
    private static readonly HtmlTagId[] Lists = [HtmlTagId.UL, HtmlTagId.OL, HtmlTagId.TD, HtmlTagId.TH];
    private static readonly HtmlTagId[] TermLists = [HtmlTagId.DL, HtmlTagId.TD, HtmlTagId.TH];
    private static readonly HtmlTagId[] Tables = [HtmlTagId.Table];
    private static readonly HtmlTagId[] TablesAndRows = [HtmlTagId.Table, HtmlTagId.TR];
    private static readonly HtmlTagId[] Containers = [.. Lists, HtmlTagId.BlockQuote, HtmlTagId.Div, HtmlTagId.LI];

    /// <summary>Tags that are shown, under the name they are written by.</summary>
    public static readonly Dictionary<HtmlTagId, string> Shown = new[]
    {
        HtmlTagId.P,
        HtmlTagId.Div,
        HtmlTagId.Br,
        HtmlTagId.HR,
        HtmlTagId.B,
        HtmlTagId.Strong,
        HtmlTagId.I,
        HtmlTagId.EM,
        HtmlTagId.U,
        HtmlTagId.S,
        HtmlTagId.Sub,
        HtmlTagId.Sup,
        HtmlTagId.Small,
        HtmlTagId.Code,
        HtmlTagId.Pre,
        HtmlTagId.BlockQuote,
        HtmlTagId.UL,
        HtmlTagId.OL,
        HtmlTagId.LI,
        HtmlTagId.DL,
        HtmlTagId.DT,
        HtmlTagId.DD,
        HtmlTagId.H1,
        HtmlTagId.H2,
        HtmlTagId.H3,
        HtmlTagId.H4,
        HtmlTagId.H5,
        HtmlTagId.H6,
        HtmlTagId.Table,
        HtmlTagId.THead,
        HtmlTagId.TBody,
        HtmlTagId.Tfoot,
        HtmlTagId.TR,
        HtmlTagId.TH,
        HtmlTagId.TD,
        HtmlTagId.A,
    }.ToDictionary(id => id, id => id.ToString().ToLowerInvariant());

    public static bool HasEnd(HtmlTagId id) =>
        id
            is not (
                HtmlTagId.Br
                or HtmlTagId.HR
                or HtmlTagId.Image
                or HtmlTagId.Input
                or HtmlTagId.Meta
                or HtmlTagId.Link
                or HtmlTagId.Base
                or HtmlTagId.Area
                or HtmlTagId.Col
                or HtmlTagId.Embed
                or HtmlTagId.Param
                or HtmlTagId.Source
                or HtmlTagId.Track
                or HtmlTagId.Wbr
            );

    public static bool IsBlock(HtmlTagId id) =>
        Shown.ContainsKey(id)
            && id
                is not (
                    HtmlTagId.Br
                    or HtmlTagId.B
                    or HtmlTagId.Strong
                    or HtmlTagId.I
                    or HtmlTagId.EM
                    or HtmlTagId.U
                    or HtmlTagId.S
                    or HtmlTagId.Sub
                    or HtmlTagId.Sup
                    or HtmlTagId.Small
                    or HtmlTagId.Code
                    or HtmlTagId.A
                    or HtmlTagId.TD
                    or HtmlTagId.TH
                )
        || id is HtmlTagId.Center or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Body or HtmlTagId.Option;

    /// <summary>Whether a reader would not see what is between this tag and its end.</summary>
    public static bool IsHidden(HtmlTagToken tag) =>
        tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.NoFrames or HtmlTagId.NoEmbed
        || (!tag.IsEndTag && SaysHidden(tag));

    /// <summary>Which open tags this one ends, and beyond which it does not look.</summary>
    public static (HtmlTagId[] Ends, HtmlTagId[] Within) Implied(HtmlTagId id) =>
        id switch
        {
            HtmlTagId.LI => (Items, Lists),
            HtmlTagId.DT or HtmlTagId.DD => (Terms, TermLists),
            HtmlTagId.TD or HtmlTagId.TH => (Cells, TablesAndRows),
            HtmlTagId.TR => (Rows, Tables),
            _ when IsBlock(id) => (Paragraph, Containers),
            _ => (None, None),
        };

    /// <summary>The value of an attribute; null: the tag has none of that name. Asked of every tag of a mail that may have millions.</summary>
    public static string? Attribute(HtmlTagToken tag, string name)
    {
        for (var index = 0; index < tag.Attributes.Count; index++)
        {
            if (tag.Attributes[index].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return tag.Attributes[index].Value;
            }
        }
        return null;
    }

    private static bool SaysHidden(HtmlTagToken tag)
    {
        var style = Attribute(tag, "style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
