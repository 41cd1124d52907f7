using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Mapping;
using Rung.Core.Tests.Showing;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>docs/import-history.md shows what is in the example files and names every word of the mapping language.</summary>
public sealed partial class HistoryDocumentTests
{
    private static readonly string Docs = Path.Combine(GuideFiles.Root, "docs");
    private static readonly string Page = File.ReadAllText(Path.Combine(Docs, "import-history.md"));

    public static TheoryData<string> Words =>
        [
            .. Enum.GetValues<ImportedState>().Select(state => Rung.Core.Guides.Reading.Words.Of(state)),
            .. LogEncodings.Names,
            .. "rung-history desk name source file times columns states milestones channel kind contract hold priorities otherwise guides".Split(
                ' '
            ),
            .. "zone format case at state impact subject customer person team keep delimiter encoding comma semicolon tab pipe".Split(
                ' '
            ),
        ];

    [Fact]
    public void Every_sample_stands_in_the_file_it_names()
    {
        var samples = Fence().Matches(Page);

        Assert.Equal(Page.Split("```yaml").Length - 1, samples.Count);
        Assert.All(
            samples,
            sample =>
                Assert.Contains(
                    sample.Groups["text"].Value,
                    File.ReadAllText(Path.Combine(Docs, sample.Groups["file"].Value)),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_of_the_language_is_explained(string word) =>
        Assert.Contains($"`{word}`", Page, StringComparison.Ordinal);

    // Bank holidays of the year of the Diamond Jubilee: eight and two substitute days' worth of dates, 10 in all.
    [Fact]
    public void The_holidays_of_the_example_cover_whole_years()
    {
        var file = Path.Combine(Docs, "examples", "history", "england-wales-2010-2012.ics");

        var read = HolidayFile.Read("england-wales", File.ReadAllText(file));

        Assert.DoesNotContain(read.Findings, finding => finding.Kind != HolidayFindingKind.Note);
        Assert.Equal((2010, 2012), (read.Holidays!.FirstYear, read.Holidays.LastYear));
        Assert.Equal(10, read.Holidays.Days.Keys.Count(date => date.Year == 2012));
    }

    [GeneratedRegex("```yaml file=(?<file>\\S+)\\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
