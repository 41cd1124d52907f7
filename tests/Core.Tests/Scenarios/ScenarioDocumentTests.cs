using System.Text.RegularExpressions;
using Rung.Core.Scenarios.Running;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Scenarios;

/// <summary>docs/scenarios.md shows what is in the example files, which hold, and names every word of the language.</summary>
public sealed partial class ScenarioDocumentTests
{
    private static readonly string Docs = Path.Combine(GuideFiles.Root, "docs");
    private static readonly string Page = File.ReadAllText(Path.Combine(Docs, "scenarios.md"));

    public static TheoryData<string> Words =>
        [
            .. "log answer priority assign hold resume wait endWait update note reply automaticMail askForUpdate flag nightContact".Split(
                ' '
            ),
            .. "disposition resolve reject confirm attempt rfo explainBreach close reopen link unlink cover uncover covers escalatedWith".Split(
                ' '
            ),
            .. "condition rule because cause with intake engineer attempts clock clocks breaches mails mailsInAll oneThread timeline".Split(
                ' '
            ),
            .. "receive logMail logBy complain acknowledge answerComplaint holdingReply escalateComplaint redirect followUp managementRoute seenBy hiddenFrom".Split(
                ' '
            ),
            .. "events quiet refused newCase continues links closedAt resolvedAt clockStart holdEnds loggedAt happened waitingFor".Split(
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
    [InlineData("first", ScenarioOutcome.Passed)]
    [InlineData("mail-and-silence", ScenarioOutcome.Passed)]
    [InlineData("mail-to-be-logged", ScenarioOutcome.Passed)]
    [InlineData("two-cases", ScenarioOutcome.Passed)]
    [InlineData("late-and-waiting", ScenarioOutcome.Waiting)]
    public void Every_example_holds(string name, ScenarioOutcome outcome)
    {
        var result = ScenarioFiles.Run(Path.Combine(ScenarioFiles.Examples, $"{name}.yaml"));

        Assert.True(result.Failure is null, ScenarioFiles.Told(result));
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(5, ScenarioFiles.In(ScenarioFiles.Examples).Count());
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_of_the_language_is_explained(string word) =>
        Assert.Matches($@"`[^`\n]*\b{word}\b[^`\n]*`", Page);

    [GeneratedRegex(
        @"```yaml file=(?<file>\S+)\n(?<text>.*?\n)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Fence();
}
