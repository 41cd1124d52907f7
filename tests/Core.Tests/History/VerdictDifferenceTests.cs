using System.Text;
using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Replaying;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>
/// Why two guides part, each time two versions of the schools desk that differ in one line. It is open 08:00-18:00 from
/// Monday to Friday; P3 has 3 working days, 30 h. 2 March 2026 is a Monday; all times are GMT.
/// </summary>
public class VerdictDifferenceTests
{
    private const string Stop =
        "    clock:\n      calendar: desk\n      startsOn: [referenceIssued]                           # ESS-29\n      stopsOn: [resolved] ";

    private static readonly Instant End = Logs.At("2026-03-27T12:00:00Z");

    // Solved on Wednesday at noon, 9 + 10 + 4 h; shut on Friday at noon, 9 + 10 + 10 + 10 + 4 h. Nights: two and four of 14 h.
    [Fact]
    public void A_clock_that_stops_at_the_closing_is_said_to_stop_later()
    {
        var why = Why(
            Stop,
            Stop.Replace("[resolved]", "[closed]", StringComparison.Ordinal),
            "A, 2026-03-02 09:00, Working",
            "A, 2026-03-04 12:00, Solved",
            "A, 2026-03-06 12:00, Shut"
        );

        Assert.Contains(
            "one: 30 h allowed, 23 h used (28 h closed left out), met with 7 h left.",
            why,
            StringComparison.Ordinal
        );
        Assert.Contains("They part because other stops 48 h later", why, StringComparison.Ordinal);
        Assert.DoesNotContain("how a day is counted", why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_goes_on_to_the_end_of_the_log_is_told_apart_from_one_that_stopped()
    {
        var why = Why(
            Stop,
            Stop.Replace("[resolved]", "[closed]", StringComparison.Ordinal),
            "A, 2026-03-02 09:00, Working",
            "A, 2026-03-04 12:00, Solved"
        );

        Assert.Contains("one stops at 2026-03-04 12:00Z and other does not", why, StringComparison.Ordinal);
    }

    // Three against two working days of 10 h; done after 23 h.
    [Fact]
    public void A_smaller_allowance_is_the_only_reason_where_nothing_else_differs()
    {
        var why = Why(
            "allow: { workingDays: 3 }, calendar: desk, cite: priorities } # ESS-59",
            "allow: { workingDays: 2 }, calendar: desk, cite: priorities } # ESS-59",
            "A, 2026-03-02 09:00, Working",
            "A, 2026-03-04 12:00, Solved"
        );

        Assert.EndsWith("They part because one allows 10 h more.", why, StringComparison.Ordinal);
    }

    // As above, and the clock that stops at the closing has a working day more, 40 h: 43 h are late all the same.
    [Fact]
    public void What_speaks_for_the_side_that_came_out_worse_is_no_reason_and_is_said()
    {
        const string allow = "allow: { workingDays: 3 }, calendar: desk, cite: priorities } # ESS-59";
        var other = Version(
            (Stop, Stop.Replace("[resolved]", "[closed]", StringComparison.Ordinal)),
            (allow, allow.Replace("3 }", "4 }", StringComparison.Ordinal))
        );
        string[] lines = ["A, 2026-03-02 09:00, Working", "A, 2026-03-04 12:00, Solved", "A, 2026-03-06 12:00, Shut"];

        var why = VerdictDifference.Why(Side("one", Version((Stop, Stop)), lines), Side("other", other, lines));

        Assert.Contains("They part because other stops 48 h later", why, StringComparison.Ordinal);
        Assert.EndsWith(", although other allows 10 h more.", why, StringComparison.Ordinal);
    }

    private static string Why(string line, string changed, params string[] lines) =>
        VerdictDifference.Why(
            Side("one", Version((line, line)), lines),
            Side("other", Version((line, changed)), lines)
        );

    private static VerdictDifference.Side Side(string name, Guide guide, string[] lines)
    {
        var words = RetoldWords.Of(guide, Logs.Map(), out var problems);
        Assert.Empty(problems);
        var lives = new Retelling(guide, words!).Lives(Logs.Only(Logs.Book(lines)));
        var target = guide.Targets.First(one => one.Role == TargetRole.Resolve);
        return new(name, guide, Judging.Judge(Assert.Single(Judging.Fold(guide, lives, End)), target), End);
    }

    private static Guide Version(params (string Line, string Changed)[] changes)
    {
        var text = File.ReadAllText(Path.Combine(GuideFiles.Root, "guides", "schools-desk.yaml"));
        foreach (var (line, changed) in changes)
        {
            Assert.Contains(line, text, StringComparison.Ordinal);
            text = text.Replace(line, changed, StringComparison.Ordinal);
        }
        var reading = GuideReader.Read("version.yaml", Encoding.UTF8.GetBytes(text), GuideFiles.Holidays);
        Assert.True(reading.Guide is not null, string.Join('\n', reading.Problems));
        return reading.Guide;
    }
}
