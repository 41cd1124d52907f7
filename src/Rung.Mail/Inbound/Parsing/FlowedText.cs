using System.Text;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Text whose lines were broken for travelling (format=flowed, RFC 3676): a line that ends in a space goes on.</summary>
internal static class FlowedText
{
    public static string Join(string text, bool spaceIsDeleted)
    {
        var joined = new StringBuilder(text.Length);
        var depth = -1;
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            var quotes = line.TakeWhile(letter => letter == '>').Count();
            var words = Unstuffed(line[quotes..]);
            var goesOn = depth == quotes && words != "-- ";
            if (!goesOn)
            {
                joined.Append(joined.Length > 0 || depth >= 0 ? "\n" : "");
                joined.Append('>', quotes).Append(quotes > 0 ? " " : "");
            }
            var flows = words.EndsWith(' ') && words != "-- ";
            joined.Append(flows && spaceIsDeleted ? words[..^1] : words);
            depth = flows ? quotes : -2;
        }
        return joined.ToString();
    }

    private static string Unstuffed(string line) => line.StartsWith(' ') ? line[1..] : line;
}
