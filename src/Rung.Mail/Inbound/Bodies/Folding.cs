using System.Text.RegularExpressions;

namespace Rung.Mail.Inbound.Bodies;

/// <summary>Tells what was written from what is quoted, forwarded or a signature. Every line ends up in one block.</summary>
internal static partial class Folding
{
    private const int LongestIntroduction = 3;

    /// <param name="below">What stands below another mail's header fields: quoted in an answer, forwarded where somebody sends it on.</param>
    public static IReadOnlyList<TextBlock> Fold(string text, BlockKind below)
    {
        if (text.Length == 0)
        {
            return [];
        }
        var lines = text.Split('\n');
        var kinds = new BlockKind[lines.Length];
        Mark(lines, kinds, below);
        return Join(lines, kinds);
    }

    // A header block below a rule ends what was written: programs that write so put the answer on top.
    private static void Mark(string[] lines, BlockKind[] kinds, BlockKind below)
    {
        var rest = BlockKind.Said;
        for (var index = 0; index < lines.Length; index++)
        {
            if (rest is not (BlockKind.Quoted or BlockKind.Forwarded) && Begins(lines, index, below) is { } kind)
            {
                rest = kind;
            }
            if (rest is BlockKind.Said or BlockKind.Signature && IsQuoted(lines[index]))
            {
                rest = BlockKind.Said;
                kinds[index] = BlockKind.Quoted;
                MarkIntroduction(lines, kinds, index);
                continue;
            }
            kinds[index] = rest;
        }
    }

    private static BlockKind? Begins(string[] lines, int index, BlockKind below)
    {
        var line = lines[index];
        return line is "-- " or "--" ? BlockKind.Signature
            : Short(line) && ForwardMark().IsMatch(line) ? BlockKind.Forwarded
            : (Short(line) && OriginalMark().IsMatch(line)) || IsHeaderBlock(lines, index) ? below
            : null;
    }

    // Outlook's: a rule or nothing, then From and at least two of its companions.
    private static bool IsHeaderBlock(string[] lines, int index)
    {
        var begin = RuleLine().IsMatch(lines[index]) ? index + 1 : index;
        if (begin >= lines.Length || !Short(lines[begin]) || !FromField().IsMatch(lines[begin]))
        {
            return false;
        }
        return lines.Skip(begin + 1).Take(5).Count(line => Short(line) && OtherField().IsMatch(line)) >= 2;
    }

    private static void MarkIntroduction(string[] lines, BlockKind[] kinds, int quoted)
    {
        var above = quoted - 1;
        while (above >= 0 && string.IsNullOrWhiteSpace(lines[above]))
        {
            above--;
        }
        var begins = Enumerable
            .Range(above - LongestIntroduction + 1, LongestIntroduction)
            .Where(begin => begin >= 0 && IsIntroduction(lines[begin..(above + 1)], kinds[begin..(above + 1)]))
            .ToList();
        if (begins.Count > 0)
        {
            var whole = begins.Where(begin => FirstWord().IsMatch(lines[begin])).ToList();
            var from = whole.Count > 0 ? whole[0] : begins[^1];
            Array.Fill(kinds, BlockKind.Quoted, from, quoted - from);
        }
    }

    private static bool IsIntroduction(string[] lines, BlockKind[] kinds) =>
        Array.TrueForAll(kinds, kind => kind == BlockKind.Said)
        && Array.TrueForAll(lines, line => !string.IsNullOrWhiteSpace(line))
        && lines.Sum(line => line.Length) < 400
        && Introduction().IsMatch(string.Join(' ', lines));

    private static List<TextBlock> Join(string[] lines, BlockKind[] kinds)
    {
        var blocks = new List<TextBlock>();
        for (var begin = 0; begin < lines.Length; )
        {
            var end = begin;
            while (end < lines.Length && (kinds[end] == kinds[begin] || IsGap(lines, kinds, begin, end)))
            {
                end++;
            }
            blocks.Add(new TextBlock(kinds[begin], string.Join('\n', lines[begin..end])));
            begin = end;
        }
        return blocks;
    }

    // An empty line between two quoted ones belongs to the quotation.
    private static bool IsGap(string[] lines, BlockKind[] kinds, int begin, int at) =>
        kinds[begin] == BlockKind.Quoted
        && kinds[at] == BlockKind.Said
        && string.IsNullOrWhiteSpace(lines[at])
        && at + 1 < lines.Length
        && kinds[at + 1] == BlockKind.Quoted;

    private static bool IsQuoted(string line) => line.Length > 0 && line[0] == '>';

    private static bool Short(string line) => line.Length is > 3 and < 300;

    [GeneratedRegex(
        @"^\s*(-{2,}\s*Forwarded message\s*-{2,}|Begin forwarded message:|-{2,}\s*Forwarded by .{1,200}-{2,}|-{3,}\s*(Weitergeleitete Nachricht|Message transféré)\s*-{3,})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ForwardMark();

    [GeneratedRegex(
        @"^\s*-{2,}\s*(Original Message|Original Appointment|Ursprüngliche Nachricht|Message d'origine|Reply message|Neges Wreiddiol)\s*-{2,}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OriginalMark();

    [GeneratedRegex(@"^\s*[_-]{10,}\s*$")]
    private static partial Regex RuleLine();

    [GeneratedRegex(
        @"^\s*\*?(From|Von|De|Oddi wrth):\*?\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FromField();

    [GeneratedRegex(
        @"^\s*\*?(Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Anfonwyd|At|Pwnc):\*?\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherField();

    [GeneratedRegex(@"^\s*(On|At|Am|Le|El|Il|Op|Ar)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstWord();

    [GeneratedRegex(
        @"(\bwrote|\bschrieb\b.{0,120}|\ba écrit|\bescribió|\bha scritto|\bschreef|\bsgrifennodd)\s?:\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Introduction();
}
