using System.Globalization;
using System.Text;
using Rung.Mail.Tests.Corpus;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>
/// Every message of the corpus, broken in thousands of ways, is read without an exception. R6, S41. RUNG_FUZZ=10000000 breaks
/// as many, RUNG_FUZZ_FROM=N begins at the Nth; what was found is a message of the corpus.
/// </summary>
public sealed class CorpusFuzzTests
{
    private const int Usual = 5_000;

    // R6
    [Fact]
    public void Whatever_is_broken_in_a_message_of_the_corpus_it_gives_a_message()
    {
        var seeds = CorpusMail.All.Select(mail => mail.Bytes).Where(bytes => bytes.Length is > 0 and < 20_000);
        var mutation = new Mutation([.. seeds], [.. FuzzTests.Pieces.Select(Encoding.UTF8.GetBytes)]);
        var from = Setting("RUNG_FUZZ_FROM", 0);
        var count = Setting("RUNG_FUZZ", Usual);
        for (var number = from; number < from + count; number++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Check(mutation.Number(number), number);
        }
    }

    private static void Check(byte[] message, long number)
    {
        try
        {
            ReadWhole.Check(message);
        }
        catch (Exception e)
        {
            Assert.Fail(
                $"Message {number} (RUNG_FUZZ_FROM={number} RUNG_FUZZ=1): {e}\n{Convert.ToBase64String(message)}"
            );
        }
    }

    private static long Setting(string name, long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;
}
