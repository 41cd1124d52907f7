using System.IO.Compression;
using System.Text;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>Files that are no logs, or broken ones: each ends soon, with a reason, and nothing is imported.</summary>
public sealed class HostileLogTests : IDisposable
{
    private const string Header = "case,at,status,substatus,impact,product,team,resource,country\n";
    private const string Row = "1-1,2012-04-02T07:00:00Z,Accepted,In Progress,Medium,P,G,R,se\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-hostile").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("just a sentence\nand another\n", "this is not a CSV file with a header")]
    [InlineData("PK\u0003\u0004xyz", "a zip archive or a workbook")]
    [InlineData("a\0b\0c", "it is not a text")]
    [InlineData("case,at,status\n1,2,3\n", "The log has no column 'substatus'")]
    [InlineData("case,case,at,status,substatus,impact,product,team,resource,country\n", "two columns 'case'")]
    [InlineData(
        Header + "1-1,2012-04-02T07:00:00Z,\"Accepted,In Progress\n" + Row,
        "a quote that opens here is never closed"
    )]
    [InlineData(
        Header + "1-1,0000-00-00T00:00:00Z,Accepted,In Progress,Medium,P,G,R,se\n",
        "not a time written as iso"
    )]
    [InlineData(Header + "1-1,9999-12-31T23:59:59Z,Accepted,In Progress,Medium,P,G,R,se\n", "outside 1900 to 2200")]
    [InlineData(Header + "1-1,2012-04-02T07:00:00Z,Accepted\n", "the row has 3 cells and the header 9")]
    public async Task A_text_that_cannot_be_read_is_told_why(string text, string why) =>
        await Refused(Encoding.UTF8.GetBytes(text), why);

    // What is wrong with the first are its spaces: collapsed it would look right.
    [Theory]
    [InlineData("2012-04-02 \u2007 07:00 at  least")]
    [InlineData("07:00\u202FPM  of 2 April")]
    public async Task A_cell_that_is_not_read_is_quoted_as_it_stands(string cell) =>
        await Refused(
            Encoding.UTF8.GetBytes(Header + $"1-1,{cell},Accepted,In Progress,Medium,P,G,R,se\n"),
            $"'{cell}'"
        );

    [Fact]
    public async Task A_cell_of_10_MB_ends_the_reading() =>
        await Refused(
            Encoding.UTF8.GetBytes(Header + new string('x', 10_000_000) + "\n"),
            "a row is larger than 1 MiB"
        );

    [Fact]
    public async Task Another_encoding_is_told_apart() =>
        await Refused([.. Encoding.UTF8.GetBytes(Header), 0xE9, .. Encoding.UTF8.GetBytes(Row)], "not utf-8 text");

    [Fact]
    public async Task A_packed_file_that_was_cut_off_is_not_taken_for_whole()
    {
        var packed = Packed(Encoding.UTF8.GetBytes(HistoryLogs.Made(500)));

        await Refused(packed[..(packed.Length / 2)], "the packed file ends too early");
        await Refused(packed[..^1], "the packed file ends too early");
        await Refused(packed[..12], "");
    }

    [Fact]
    public async Task A_packed_file_of_a_gigabyte_of_nothing_ends_the_reading()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Header));
            var nothing = Encoding.UTF8.GetBytes(new string('0', 1024 * 1024));
            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                gzip.Write(nothing);
            }
        }

        await Refused(packed.ToArray(), "a row is larger than 1 MiB");
    }

    [Fact]
    public async Task Random_bytes_are_no_log()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);

        await Refused(bytes, "");
    }

    private async Task Refused(byte[] bytes, string why)
    {
        var log = Path.Combine(_folder, "log.csv");
        await File.WriteAllBytesAsync(log, bytes, TestContext.Current.CancellationToken);
        var data = Path.Combine(_folder, "data");

        var (exitCode, output, error) = await RungProgram.Run(
            "import",
            "history",
            log,
            "--map",
            HistoryLogs.Example("volvo.yaml"),
            "--data",
            data
        );

        Assert.True(exitCode == 1, output + error);
        Assert.Contains(
            why,
            (output + error).ReplaceLineEndings(" ").Replace("              ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("Nothing was imported", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }
}
