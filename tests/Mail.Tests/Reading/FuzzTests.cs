using System.Text;
using CsCheck;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>Whatever bytes come, reading ends soon, with a message and without an exception. R6, S41</summary>
public sealed class FuzzTests
{
    internal static readonly string[] Pieces =
    [
        "\r\n",
        "\n",
        "\r",
        "\r\n\r\n",
        " ",
        "\t",
        ":",
        ";",
        "\0",
        "--b\r\n",
        "--b--\r\n",
        "--c\r\n",
        "=\r\n",
        "=3D",
        "=?utf-8?q?=C3=A9?=",
        "=?utf-8?b?w6k=?=",
        "=?x?y?z?=",
        "From: a@example.org\r\n",
        "From: \"a\" <a@b>, <c@d\r\n",
        "To: desk@schools.example.org\r\n",
        "Cc: group: a@b, c@d;;\r\n",
        "Subject: it is down\r\n",
        "Subject: [R-222-22] \r\n",
        "Message-ID: <x@example.org>\r\n",
        "In-Reply-To: <y@example.org> <z\r\n",
        "References: <<a@b>>,<c@d>\r\n",
        "Date: Tue, 4 May 2027 08:00:00 +0100\r\n",
        "Date: 99 Foo\r\n",
        "MIME-Version: 1.0\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "Content-Type: multipart/alternative; boundary=\"c\"\r\n",
        "Content-Type: text/html; charset=utf-8\r\n",
        "Content-Type: text/plain; format=flowed; delsp=yes\r\n",
        "Content-Type: message/rfc822\r\n",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
        "Content-Type: message/delivery-status\r\n",
        "Content-Type: text/plain; charset=utf-7\r\n",
        "Content-Type: text/plain; charset=\"iso-2022-jp\"\r\n",
        "Content-Type: /;;\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n",
        "Content-Transfer-Encoding: x-uuencode\r\n",
        "Content-Disposition: attachment; filename=\"../../x\"\r\n",
        "Content-ID: <p>\r\n",
        "Auto-Submitted: auto-replied\r\n",
        "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n",
        "Received: from a\r\n",
        "begin 644 x\r\n",
        "end\r\n",
        "> quoted\r\n",
        "On Monday a wrote:\r\n",
        "-- \r\n",
        "-----Original Message-----\r\n",
        "From: x\r\nSent: y\r\nTo: z\r\n",
        "Phone: 01632 960123\r\n",
        "<p>",
        "</p>",
        "<div style='display:none'>",
        "</div>",
        "<a href=\"http://x\">",
        "</a>",
        "<blockquote>",
        "<table><tr><td>",
        "<script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&#x202E;",
        "&#xD800;",
        "&#0;",
        "&amp;",
        "<img src=cid:p>",
        "<pre>",
        "<svg/onload=x>",
        "\u202e",
        "é",
    ];

    private static readonly Gen<byte[]> Pieced = Gen.Int[0, Pieces.Length - 1]
        .Select(index => Pieces[index])
        .Array[0, 80]
        .Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    private static readonly Gen<byte[]> Broken = Gen.Select(Pieced, Gen.Byte.Array[0, 6], Gen.Int[0, 4_000])
        .Select((message, noise, at) => (byte[])[.. message.Take(at), .. noise, .. message.Skip(at)]);

    // R6
    [Fact]
    public void Any_bytes_at_all_give_a_message() => Gen.Byte.Array[0, 600].Sample(ReadWhole.Check, iter: 3_000);

    // R6
    [Fact]
    public void Any_pieces_of_mail_in_any_order_give_a_message() => Pieced.Sample(ReadWhole.Check, iter: 6_000);

    // R6
    [Fact]
    public void A_message_with_bytes_broken_in_gives_a_message() => Broken.Sample(ReadWhole.Check, iter: 3_000);
}
