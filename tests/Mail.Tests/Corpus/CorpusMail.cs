using System.Text;
using System.Text.RegularExpressions;

namespace Rung.Mail.Tests.Corpus;

/// <summary>
/// A message of the corpus, with what must be made of it, written by hand. Files: a message begins with <c>=== name</c>,
/// lines beginning with <c>? </c> say what is expected, the rest is the message. A line <c>@</c> stands for an ordinary
/// To, Date and Message-ID; <c>\xHH</c> for a byte, <c>\r</c> and <c>\n</c> for themselves, <c>\{100*ab}</c> for
/// repetition, <c>\R1</c> for a reference and <c>\A1</c> for its signed address. Lines end in CR LF unless the
/// expectations say <c>bare</c>.
/// </summary>
public sealed partial record CorpusMail(string Name, IReadOnlyList<(string Verb, string What)> Expected, byte[] Bytes)
{
    private const string Ordinary =
        "To: desk@schools.example.org\nDate: Tue, 4 May 2027 08:05:00 +0100\nMessage-ID: <m1@ashgrove.example.org>";

    public static IReadOnlyList<CorpusMail> All { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.mails")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read),
    ];

    public string? Of(string verb) => Expected.Where(one => one.Verb == verb).Select(one => one.What).FirstOrDefault();

    private static IEnumerable<CorpusMail> Read(string file) =>
        File.ReadAllText(file).Split("\n=== ").Skip(1).Select(Parse);

    private static CorpusMail Parse(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var expected = lines.Skip(1).TakeWhile(line => line.StartsWith("? ", StringComparison.Ordinal)).ToList();
        var message =
            string.Join('\n', lines.Skip(1 + expected.Count).Select(line => line == "@" ? Ordinary : line)) + "\n";
        List<(string Verb, string What)> verbs = [.. expected.Select(Verb)];
        var isBare = verbs.Exists(one => one.Verb == "bare");
        return new CorpusMail(
            lines[0].Trim(),
            verbs,
            ToBytes(isBare ? message : message.Replace("\n", "\r\n", StringComparison.Ordinal))
        );
    }

    private static (string Verb, string What) Verb(string line)
    {
        var words = line[2..].Split(' ', 2);
        var rest = words.Length > 1 ? words[1] : "";
        return (words[0], Encoding.UTF8.GetString(ToBytes(rest)));
    }

    private static byte[] ToBytes(string message)
    {
        using var bytes = new MemoryStream();
        var at = 0;
        foreach (Match match in Escape().Matches(message))
        {
            bytes.Write(Encoding.UTF8.GetBytes(message[at..match.Index]));
            bytes.Write(Unescaped(match));
            at = match.Index + match.Length;
        }
        bytes.Write(Encoding.UTF8.GetBytes(message[at..]));
        return bytes.ToArray();
    }

    private static byte[] Unescaped(Match match) =>
        match.Groups["hex"] is { Success: true } hex ? [Convert.ToByte(hex.Value, 16)]
        : match.Groups["times"] is { Success: true } times
            ? Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Repeat(Plain(match.Groups["text"].Value), int.Parse(times.Value)))
            )
        : Encoding.UTF8.GetBytes(Plain(match.Value));

    private static string Plain(string text) =>
        KnownWorld.Named(
            text.Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)
        );

    [GeneratedRegex(@"\\x(?<hex>[0-9A-Fa-f]{2})|\\\{(?<times>\d+)\*(?<text>[^}]*)\}|\\[rnRA]\d?")]
    private static partial Regex Escape();
}
