using System.Text;
using NodaTime;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>
/// A sound guide with one thing changed, and the one problem this makes. The place where it has to be reported is marked
/// with « in the changed text.
/// </summary>
internal sealed record Mistake(ProblemCode Code, string Instead, string Marked)
{
    public static readonly LocalDate AsOf = new(2026, 11, 23);

    private static readonly string Sound = File.ReadAllText(
        Path.Combine(GuideFiles.Root, "tests", "Core.Tests", "Guides", "every-key.yaml")
    );

    // Which days are holidays is of no account here, only for which years they are known.
    private static readonly HolidayLibrary Holidays = HolidayLibrary.Of(
        new HolidaySet(
            "england-wales",
            "Tests",
            new Dictionary<LocalDate, string> { [new LocalDate(2026, 12, 25)] = "Christmas Day" },
            2020,
            2035
        )
    );

    public static string Guide => Sound;

    public string Text => Changed.Replace("«", "", StringComparison.Ordinal);

    private string Changed
    {
        get
        {
            var at = Sound.IndexOf(Instead, StringComparison.Ordinal);
            Assert.True(at >= 0, $"The sound guide does not say: {Instead}");
            return string.Concat(Sound.AsSpan(0, at), Marked, Sound.AsSpan(at + Instead.Length));
        }
    }

    /// <summary>Nothing but the one problem comes out, at the marked place.</summary>
    public void Show()
    {
        var before = Changed[..Changed.IndexOf('«', StringComparison.Ordinal)];
        var line = before.Count(letter => letter == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');

        var problems = Problems(Text);

        Assert.Equal(
            [$"{line}:{column} {Code.Text()}"],
            problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Code.Text()}")
        );
        Assert.All(
            problems,
            problem => Assert.True(problem.What.Length > 5 && problem.Mend.Length > 3, problem.ToString())
        );
    }

    public static GuideReading Read(string text) => GuideReader.Read("test.yaml", text, Holidays);

    /// <summary>All problems but the notices, of which the sound guide has some.</summary>
    public static IReadOnlyList<GuideProblem> Problems(string text, LocalDate? asOf = null) =>
        [.. GuideChecks.Run(Read(text), asOf ?? AsOf).Where(problem => problem.Severity != Severity.Notice)];

    public static GuideReading Read(byte[] file) => GuideReader.Read("test.yaml", file, Holidays);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
