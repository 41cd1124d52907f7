using System.Text.RegularExpressions;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Showing;

/// <summary>docs/guide-language.md shows what is in the example files, and leaves no word of the language out.</summary>
public sealed partial class GuideLanguageDocumentTests
{
    private static readonly string Docs = Path.Combine(GuideFiles.Root, "docs");
    private static readonly string Page = File.ReadAllText(Path.Combine(Docs, "guide-language.md"));

    [Fact]
    public void Every_sample_stands_in_the_file_it_names()
    {
        Assert.All(
            Samples(),
            sample =>
                Assert.Contains(
                    sample.Text,
                    "\n" + File.ReadAllText(Path.Combine(Docs, sample.File)),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Every_sample_names_a_file_and_every_example_is_shown()
    {
        Assert.Equal(Page.Split("```yaml").Length - 1, Samples().Length);
        Assert.Equal(
            GuideFiles.Examples.Select(Path.GetFileName),
            Samples()
                .Select(sample => Path.GetFileName(sample.File))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    public static TheoryData<string> WordsOfTheLanguage =>
        [
            .. Words<CaseMoment>(),
            .. Words<Fact>().Except(["escalationLevel"]),
            .. Words<Count>(),
            .. Words<TargetRole>(),
            .. Words<StartFrom>(),
            .. Words<OutOfHoursHandling>(),
            .. Words<WorkingDayReading>(),
            .. Words<OnPriorityChange>(),
            .. Words<HoldEnds>(),
            .. Words<DispositionEffect>(),
            .. Words<LevelKind>(),
            .. Words<LevelEffect>(),
            .. Words<Precondition>(),
            .. Words<OnSilence>(),
            .. Words<Told>(),
            .. Words<AudienceKind>(),
            .. Words<Channel>(),
            .. Words<GuideStatus>(),
        ];

    [Theory]
    [MemberData(nameof(WordsOfTheLanguage))]
    public void Every_word_of_the_language_is_explained(string word) =>
        Assert.Matches($@"`[^`\n]*\b{word}\b[^`\n]*`", Page);

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Rung.Core.Guides.Reading.Words.Of);

    private static Sample[] Samples() =>
        [
            .. Fence()
                .Matches(Page)
                .Select(match => new Sample(match.Groups["file"].Value, "\n" + match.Groups["text"].Value)),
        ];

    [GeneratedRegex(
        @"```yaml file=(?<file>\S+)\n(?<text>.*?\n)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Fence();

    private sealed record Sample(string File, string Text);
}
