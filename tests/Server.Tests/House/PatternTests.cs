using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Rung.Core.Guides;
using Rung.Mail.Inbound;
using Rung.Server.Hosting;
using Xunit;

namespace Rung.Server.Tests.House;

/// <summary>
/// Every pattern of the product takes time in proportion to the text it is given, whoever wrote that: the patterns are compiled
/// into code that tries one way after another, so one that can read the same run of characters in two ways would take the square.
/// </summary>
public class PatternTests
{
    private const int Length = 20_000;
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly[] Homes =
    [
        typeof(Guide).Assembly,
        typeof(ReceivedMail).Assembly,
        typeof(RungHost).Assembly,
    ];

    // The square of the length is 400 million steps, which takes longer than this; its multiple takes milliseconds.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    // The beginnings that patterns look for, so that what follows is read by their repetitions.
    private static readonly string[] Heads =
    [
        "",
        "-- Forwarded by ",
        "--",
        "On ",
        "schrieb ",
        "wrote:",
        "not ",
        "[a",
        "EXT",
        "noreply+",
        "a@",
        "Name: ",
        "https://",
        "{",
        "level 1 ",
        "(0",
        "our ref",
        "one ",
        "with ",
        "From:",
        "<",
    ];

    private static readonly string[] Repeated =
    [
        " ",
        "\n",
        "a",
        "a ",
        "0",
        "0 ",
        "-",
        "_",
        ".",
        "a.",
        ". ",
        "@",
        "?",
        ": ",
        "{",
        "] ",
        "[a] ",
        "to ",
        "not ",
        "schrieb ",
        "-- Forwarded by ",
        "https://",
        "one ",
        "level 1 (",
        "R-7K4-",
    ];

    private static readonly string[] Tails = ["", "\0", "\nx"];

    public static TheoryData<string, string> Patterns =>
        [
            .. Homes
                .SelectMany(home => home.GetTypes())
                .SelectMany(type => type.GetMethods(Any))
                .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
                .Select(method => new TheoryDataRow<string, string>(method.DeclaringType!.FullName!, method.Name)),
        ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void S41_a_pattern_takes_time_in_proportion_to_the_text(string type, string method)
    {
        var home = Homes.Select(one => one.GetType(type)).First(found => found is not null)!;
        var pattern = (Regex)home.GetMethod(method, Any)!.Invoke(null, null)!;
        foreach (var text in Texts())
        {
            var took = Time(pattern, text);
            // The machine may have been busy with something else.
            var least = took < Limit ? took : new[] { Time(pattern, text), Time(pattern, text) }.Min();
            Assert.True(least < Limit, $"{method} took {least} for {text[..30]}…{text[^3..]}");
        }
    }

    private static IEnumerable<string> Texts() =>
        from head in Heads
        from repeated in Repeated
        from tail in Tails
        select head + string.Concat(Enumerable.Repeat(repeated, Length / repeated.Length)) + tail;

    private static TimeSpan Time(Regex pattern, string text)
    {
        var start = Stopwatch.GetTimestamp();
        pattern.Count(text);
        return Stopwatch.GetElapsedTime(start);
    }
}
