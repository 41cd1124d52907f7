using System.Text;

namespace Rung.Mail.Tests.Reading;

/// <summary>Twelve messages that are made to take long, or much memory. S41</summary>
internal static class Bombs
{
    private const int Megabyte = 1_000_000;

    private static readonly Dictionary<string, (string Type, Func<string> Body)> All = new()
    {
        ["a megabyte of <"] = ("html", () => new string('<', Megabyte)),
        ["100,000 quotations within each other"] = ("html", () => Nested("<blockquote>", "</blockquote>", 100_000)),
        ["100,000 marks of quotation"] = ("plain", () => new string('>', 100_000) + "\r\n"),
        ["addresses without end"] = ("plain", () => Repeated("http://", Megabyte / 7)),
        ["one line of five megabytes"] = ("plain", () => new string('a', 5 * Megabyte)),
        ["conditions of Word"] = ("html", () => Repeated("<!--[if gte mso 9]><xml><o:p>", 40_000)),
        ["200,000 references to characters"] = ("html", () => Repeated("&#", 200_000)),
        ["100,000 cells within each other"] = ("html", () => Nested("<table><tr><td>", "</td></tr></table>", 100_000)),
        ["a tag of 200,000 attributes"] = ("html", () => $"<p {Repeated("a=b ", 200_000)}>Hello</p>"),
        ["spaces before a line end"] = ("plain", () => new string(' ', Megabyte) + "x\r\n"),
        ["labels and colons"] = ("plain", () => Repeated("Phone:\t ", Megabyte / 8)),
        ["introductions of quotations"] = ("plain", () => Repeated("On Monday, a@b wrote ", Megabyte / 21)),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static byte[] Message(string name)
    {
        var (type, body) = All[name];
        return Encoding.ASCII.GetBytes(
            $"From: a@example.org\r\nTo: desk@schools.example.org\r\nSubject: {name}\r\nMIME-Version: 1.0\r\n"
                + $"Content-Type: text/{type}; charset=utf-8\r\n\r\n{body()}\r\n"
        );
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Nested(string open, string close, int depth) =>
        $"{Repeated(open, depth)}Hello{Repeated(close, depth)}";
}
