using Rung.Core.Complaints;
using Xunit;

namespace Rung.Core.Tests.Complaints;

/// <summary>Which files are taken. ESS-89.</summary>
public class PapersTests
{
    /// <summary>25 MiB are 26,214,400 bytes: two files of 10 MiB and one of 5.</summary>
    [Theory]
    [InlineData(5_242_880, true)]
    [InlineData(5_242_881, false)]
    public void Files_have_25_MB_together_at_most(long third, bool areTaken)
    {
        Paper[] papers = [.. new[] { 10_485_760, 10_485_760, third }.Select((bytes, at) => Scan($"{at}.pdf", bytes))];
        var refusal = Papers.Refuses(papers);
        Assert.Equal(areTaken, refusal is null);
        Assert.Contains("25 MB together", refusal?.Sentence ?? "25 MB together");
        Assert.Contains(
            "11 files are more than the 10",
            Papers.Refuses([.. Enumerable.Repeat(Scan("a.pdf", 1), 11)])!.Sentence
        );
    }

    [Fact]
    public void A_photograph_that_a_telephone_made_is_turned_down_by_its_name_with_what_to_send()
    {
        var sent = new Paper("holiday.heic", Papers.Unknown, 5, new string('a', 64));
        Assert.Equal(
            "“holiday.heic” cannot be taken: send it as PDF, JPEG, PNG, TIFF or plain text. A photograph from a telephone goes as JPEG, a document as PDF.",
            Papers.Refuses([sent])!.Sentence
        );
    }

    private static Paper Scan(string name, long bytes) => new(name, "application/pdf", bytes, new string('a', 64));
}
