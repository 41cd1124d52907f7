using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rung.Mail.Inbound;
using Rung.Mail.Tests.Reading;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>What is made to be heavy weighs on nobody else, and what is packed is never unpacked.</summary>
public sealed class HeavyMailTests
{
    private const string Now = "2027-03-24T14:00:00Z";
    private const string Office = "office@ashgrove.example.org";
    private const string Inner = "what-is-within.bin";
    private const int Megabyte = 1_000_000;
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    // Twelve bombs at once, and behind them a mail of somebody who has a question. Where others keep the machine busy, what
    // counts is three times what it takes here and now to read the twelve.
    [Fact]
    public async Task S41_Behind_twelve_bombs_mail_goes_on_within_ten_seconds()
    {
        await using var desk = await RunningDesk.Open(Now);
        var mails = new MailServer(desk);
        await mails.Receives("The first", "So that all is compiled.");
        var room = desk.Services.GetRequiredService<MailRoom>();
        var kept = new List<Kept>();
        foreach (var bomb in Bombs.Names)
        {
            kept.Add(await room.Keep(Bombs.Message(bomb), "desk@schools.example.org", envelopeSender: null));
        }
        var question = Encoding.ASCII.GetBytes(MailServer.Message(Office, "Behind", "The printer."));
        kept.Add(await room.Keep(question, "desk@schools.example.org", envelopeSender: null));

        var behind = await Time(() => IsHandled(desk, kept[^1]));

        var reading = Bombs.Names.Select(bomb => Time(() => Task.FromResult(MailReader.Read(Bombs.Message(bomb)))));
        var here = (await Task.WhenAll(reading)).Aggregate(TimeSpan.Zero, (sum, one) => sum + one);
        Assert.InRange(behind, TimeSpan.Zero, here * 3 > Promised ? here * 3 : Promised);
        foreach (var (one, bomb) in kept.Zip(Bombs.Names))
        {
            Assert.Equal((InboundState.Unlogged, bomb), await StateOf(mails, one));
            Assert.Equal(Bombs.Message(bomb), await desk.Database().Inbound.Content(one.Id));
        }
    }

    // Each is small as it comes and large unpacked: ten megabytes in ten kilobytes, a picture of 50,000 by 50,000. On the
    // page of the mail it is a name and a size, and whoever wants it gets the bytes that came.
    [Theory]
    [InlineData("application/zip", "42.zip")]
    [InlineData("application/gzip", "log.gz")]
    [InlineData("image/png", "plan.png")]
    [InlineData("image/svg+xml", "laughs.svg")]
    public async Task S42_What_is_packed_is_a_name_and_a_size_and_comes_back_as_it_came(string type, string name)
    {
        await using var desk = await RunningDesk.Open(Now);
        var bytes = Packed(name);
        var mail = await new MailServer(desk).Takes(Attached([(type, name, bytes)]));

        var page = Encoding.UTF8.GetString(await Get(desk, $"/schools-desk/mails/{mail.Id}"));

        Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Inner, page, StringComparison.Ordinal);
        Assert.Equal(bytes, await Get(desk, $"/schools-desk/mails/{mail.Id}/attachments/1"));
    }

    [Fact]
    public async Task S42_Of_five_thousand_attachments_the_first_are_listed_and_the_original_has_all()
    {
        await using var desk = await RunningDesk.Open(Now);
        var message = Attached(
            Enumerable.Range(0, 5_000).Select(one => ("text/plain", $"file-{one}.txt", "x"u8.ToArray()))
        );

        var mail = await new MailServer(desk).Takes(message);

        Assert.Equal(InboundState.Unlogged, mail.State);
        var page = Encoding.UTF8.GetString(await Get(desk, $"/schools-desk/mails/{mail.Id}"));
        Assert.Contains("file-199.txt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("file-200.txt", page, StringComparison.Ordinal);
        Assert.Equal(message, Encoding.UTF8.GetString(await Get(desk, $"/schools-desk/mails/{mail.Id}/original")));
    }

    private static Task IsHandled(RunningDesk desk, Kept kept) =>
        RunningDesk.Until(
            async () => (await desk.Database().Inbound.Find(kept.Id))!.State != InboundState.Received,
            "the mail behind them is handled",
            TimeSpan.FromMinutes(3)
        );

    private static async Task<TimeSpan> Time(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<(InboundState, string?)> StateOf(MailServer mails, Kept kept)
    {
        var mail = await mails.Settled(kept.Id);
        return (mail.State, mail.Subject);
    }

    private static byte[] Packed(string name) =>
        name switch
        {
            "42.zip" => Zipped(Zipped(new byte[10 * Megabyte])),
            "log.gz" => Squeezed(new byte[10 * Megabyte]),
            "plan.png" => Picture(),
            _ => Encoding.ASCII.GetBytes(
                "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><svg>&c;</svg>"
            ),
        };

    private static byte[] Zipped(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry(Inner, CompressionLevel.Optimal).Open();
            entry.Write(content);
        }
        return bytes.ToArray();
    }

    private static byte[] Squeezed(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            zip.Write(content);
        }
        return bytes.ToArray();
    }

    // A header that says 50,000 by 50,000, and data for some of its rows.
    private static byte[] Picture() =>
        [
            0x89,
            .. "PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"u8,
            0xC3,
            0x50,
            0,
            0,
            0xC3,
            0x50,
            8,
            6,
            0,
            0,
            0,
            .. Squeezed(new byte[Megabyte]),
        ];

    private static string Attached(IEnumerable<(string Type, string Name, byte[] Bytes)> files)
    {
        var parts = files.Select(file =>
            $"--b\r\nContent-Type: {file.Type}; name={file.Name}\r\nContent-Disposition: attachment; filename={file.Name}\r\n"
            + $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(file.Bytes, Base64FormattingOptions.InsertLineBreaks)}\r\n"
        );
        return MailServer.Message(
            Office,
            "Attached",
            $"--b\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n{string.Concat(parts)}--b--",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b"
        );
    }

    private static Task<byte[]> Get(RunningDesk desk, string path) =>
        desk.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
