using System.Text.Json;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung mail read</c> as a person or a program runs it. Issue 4, section 1.</summary>
public sealed class MailReadTests : IDisposable
{
    private const string Message = """
        From: Ada Finch <ada@example.net>
        To: desk@schools.example.org
        Date: Fri, 30 Apr 2027 18:20:00 +0100
        Message-ID: <a@example.net>
        Subject: Whole school has no e-mail

        Nobody in the office can send mail since ten o'clock today.
        Role: Office manager

        On Thursday the desk wrote:
        > One.
        > Two.
        > Three.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-mail-read").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_person_reads_who_wrote_what_and_which_facts_are_missing_ESS_36()
    {
        var (exitCode, output, error) = await RungProgram.Run("mail", "read", Write(Message));

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("From:     Ada Finch <ada@example.net>\n", output, StringComparison.Ordinal);
        Assert.Contains("high impact belongs on the telephone (ESS-16)", output, StringComparison.Ordinal);
        Assert.Contains("  [… 2 more lines quoted]\n", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  ✓ Role of the person reporting +in a line of its own: Office manager$", output);
        Assert.Matches(@"(?m)^  – Telephone number +missing$", output);
    }

    [Fact]
    public async Task A_program_gets_one_json_object()
    {
        var (exitCode, output, _) = await RungProgram.Run("mail", "read", "--json", Write(Message));

        var read = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, "person"), (exitCode, read.GetProperty("kind").GetProperty("sort").GetString()));
        Assert.Equal("unverified", read.GetProperty("sender").GetProperty("standing").GetString());
        Assert.Equal(2, read.GetProperty("blocks").GetArrayLength());
    }

    [Fact]
    public async Task Any_bytes_at_all_are_a_message_R6()
    {
        var file = Path.Combine(_folder, "noise.eml");
        await File.WriteAllBytesAsync(
            file,
            [.. Enumerable.Range(0, 256).Select(one => (byte)one)],
            TestContext.Current.CancellationToken
        );

        var (exitCode, output, error) = await RungProgram.Run("mail", "read", file);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("The message does not say who it is from.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_so()
    {
        var (exitCode, _, error) = await RungProgram.Run("mail", "read", Path.Combine(_folder, "none.eml"));

        Assert.Equal(3, exitCode);
        Assert.Contains("none.eml", error, StringComparison.Ordinal);
    }

    private string Write(string message)
    {
        var file = Path.Combine(_folder, "mail.eml");
        File.WriteAllText(file, message);
        return file;
    }
}
