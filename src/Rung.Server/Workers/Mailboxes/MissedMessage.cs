using System.Text;

namespace Rung.Server.Workers.Mailboxes;

/// <summary>What is kept in place of a message that could not be had: who wrote when about what, and where it still is.</summary>
internal static class MissedMessage
{
    private static readonly string[] Fields =
    [
        "From",
        "To",
        "Cc",
        "Date",
        "Subject",
        "Message-ID",
        "In-Reply-To",
        "References",
    ];

    public static byte[] Of(byte[] header, string where)
    {
        var kept = new StringBuilder();
        var isWanted = false;
        foreach (var line in Encoding.Latin1.GetString(header).Split('\n').Select(line => line.TrimEnd('\r')))
        {
            // A line that begins with a blank goes on with the field before it.
            isWanted = line.StartsWith(' ') || line.StartsWith('\t') ? isWanted : IsWanted(line);
            if (isWanted)
            {
                kept.Append(line).Append("\r\n");
            }
        }
        return [.. Encoding.Latin1.GetBytes(kept.ToString()), .. Encoding.UTF8.GetBytes($"\r\n[{where}]\r\n")];
    }

    private static bool IsWanted(string line) =>
        Fields.Any(field => line.StartsWith($"{field}:", StringComparison.OrdinalIgnoreCase));
}
