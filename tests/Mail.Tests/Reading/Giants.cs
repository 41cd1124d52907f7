using System.Text;

namespace Rung.Mail.Tests.Reading;

/// <summary>Six messages of 50 MB, each heavy in its own way. S41</summary>
internal static class Giants
{
    private const int Size = 50_000_000;
    private const string Head =
        "From: a@example.org\r\nTo: desk@schools.example.org\r\nSubject: Giant\r\nMIME-Version: 1.0\r\n";

    private static readonly Dictionary<string, (string Head, string Repeated)> All = new()
    {
        ["one attachment"] = (
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee attached.\r\n--b\r\n"
                + "Content-Type: application/octet-stream; name=disk.img\r\nContent-Transfer-Encoding: base64\r\n\r\n",
            new string('Q', 76) + "\r\n"
        ),
        ["one line of text"] = ("Content-Type: text/plain\r\n\r\n", "a"),
        ["one header field"] = ("X-Long: ", "a"),
        ["millions of parts"] = ("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nx\r\n"),
        ["HTML that opens and never closes"] = ("Content-Type: text/html\r\n\r\n", "<div><a href=x>"),
        ["messages within messages"] = ("", "Content-Type: message/rfc822\r\n\r\n"),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static byte[] Message(string name)
    {
        var (head, repeated) = All[name];
        var (start, part) = (Encoding.ASCII.GetBytes(Head + head), Encoding.ASCII.GetBytes(repeated));
        var message = new byte[Size];
        start.CopyTo(message, 0);
        for (var at = start.Length; at < Size; at++)
        {
            message[at] = part[(at - start.Length) % part.Length];
        }
        return message;
    }
}
