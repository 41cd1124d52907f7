using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <content>Single values: texts, words, numbers, dates, times, lengths, shares.</content>
internal sealed partial class MapReader
{
    private static readonly LocalDate SomeDate = new(2000, 1, 1);
    private static readonly AnnualDatePattern MonthAndDay = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public string Text(string key) => Scalar(key, Require(key))?.Text.Trim() ?? "";

    public string Text(string key, string otherwise) => OptionalText(key) ?? otherwise;

    public string? OptionalText(string key) => Scalar(key, Find(key))?.Text.Trim();

    public T Word<T>(string key)
        where T : struct, Enum => WordOf<T>(Scalar(key, Require(key))) ?? default;

    public T Word<T>(string key, T otherwise)
        where T : struct, Enum => WordOf<T>(Scalar(key, Find(key))) ?? otherwise;

    public T? OptionalWord<T>(string key)
        where T : struct, Enum => WordOf<T>(Scalar(key, Find(key)));

    public IReadOnlyList<T> WordList<T>(string key)
        where T : struct, Enum => [.. Scalars(key, Find(key)).Select(WordOf<T>).OfType<T>()];

    /// <summary>A list of words that must be there with at least one.</summary>
    public IReadOnlyList<T> RequiredWords<T>(string key)
        where T : struct, Enum
    {
        var node = Require(key);
        ReportEmpty(key, node, "a word");
        return [.. Scalars(key, node).Select(WordOf<T>).OfType<T>()];
    }

    public void ReportEmpty(string key, YamlNode? node, string wanted)
    {
        if (node is YamlList { Items.Count: 0 })
        {
            Findings.Add(ProblemCode.EmptyValue, node.Place, $"`{key}` is empty", $"add {wanted}");
        }
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public Permission Permission(string key, Permission otherwise) =>
        TrueOrFalse(key) switch
        {
            true => Guides.Permission.Yes,
            false => Guides.Permission.No,
            null => otherwise,
        };

    /// <summary><c>true</c> or <c>false</c>; not given is <c>false</c>.</summary>
    public Need NeedFlag(string key) => TrueOrFalse(key) == true ? Need.Required : Need.Optional;

    public int Whole(string key, int least, int most) => WholeOf(Scalar(key, Require(key)), least, most) ?? least;

    public int? OptionalWhole(string key, int least, int most) => WholeOf(Scalar(key, Find(key)), least, most);

    public LocalDate Date(string key) => DateIn(Scalar(key, Require(key))) ?? SomeDate;

    /// <summary>A day of every year, like <c>12-24</c>; null when it is not written so.</summary>
    public static AnnualDate? DayOfYear(YamlScalar scalar) =>
        MonthAndDay.Parse(scalar.Text).TryGetValue(default, out var day) ? day : null;

    public LocalTime? OptionalTime(string key) => TimeOf(Scalar(key, Find(key)));

    public IReadOnlyList<LocalTime> Times(string key) =>
        [.. Scalars(key, Find(key)).Select(TimeOf).OfType<LocalTime>()];

    public Duration Length(string key) => LengthOf(Scalar(key, Require(key))) ?? Duration.FromHours(1);

    public Duration? OptionalLength(string key) => LengthOf(Scalar(key, Find(key)));

    public decimal? OptionalShare(string key) => ShareOf(Scalar(key, Find(key)));

    public decimal Share(string key) => ShareOf(Scalar(key, Require(key))) ?? 1;

    public IReadOnlyList<string> Texts(string key) => [.. Scalars(key, Find(key)).Select(scalar => scalar.Text.Trim())];

    /// <summary>The single values of a list; one value alone is a list of one.</summary>
    public IReadOnlyList<YamlScalar> Scalars(string key, YamlNode? node)
    {
        if (node is not YamlList list)
        {
            return Scalar(key, node) is { } single ? [single] : [];
        }
        return [.. list.Items.Select(item => Scalar(key, item)).OfType<YamlScalar>()];
    }

    public YamlScalar? Scalar(string key, YamlNode? node)
    {
        if (node is YamlScalar { IsEmpty: false } scalar)
        {
            return scalar;
        }
        if (node is YamlScalar)
        {
            Findings.Add(ProblemCode.EmptyValue, node.Place, $"`{key}` has no value", "write one, or delete the key");
        }
        else if (node is not (null or YamlRefused))
        {
            WrongType(key, node, "a single value");
        }
        return null;
    }

    public void WrongType(string key, YamlNode node, string wanted)
    {
        Context.Names.Doubt(key);
        Findings.Add(
            ProblemCode.WrongType,
            node.Place,
            $"`{key}` is {node.Called}, not {wanted}",
            $"write {wanted} here"
        );
    }

    private T? WordOf<T>(YamlScalar? scalar)
        where T : struct, Enum
    {
        if (scalar is null)
        {
            return null;
        }
        if (Words<T>.TryRead(scalar.Text, out var value))
        {
            return value;
        }
        UnknownWord(scalar, [.. Words<T>.All]);
        return null;
    }

    public void UnknownWord(YamlScalar scalar, IReadOnlyList<string> known)
    {
        var nearest = Findings.Nearest(scalar.Text, known);
        Findings.Add(
            ProblemCode.UnknownWord,
            scalar.Place,
            $"`{Short(scalar.Text)}` is not a word that belongs here",
            nearest is null ? $"write one of {Words.Listed(known)}" : $"write `{nearest}`"
        );
    }

    private bool? TrueOrFalse(string key)
    {
        var scalar = Scalar(key, Find(key));
        if (scalar is null || scalar.Text is "true" or "false")
        {
            return scalar is null ? null : scalar.Text == "true";
        }
        UnknownWord(scalar, ["true", "false"]);
        return null;
    }

    private int? WholeOf(YamlScalar? scalar, int least, int most)
    {
        if (scalar is null)
        {
            return null;
        }
        if (
            int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        Bad(
            ProblemCode.BadNumber,
            scalar,
            "a whole number that fits here",
            $"write a whole number from {least} to {most}"
        );
        return null;
    }

    public LocalDate? DateIn(YamlScalar? scalar) =>
        scalar is null ? null
        : LocalDatePattern.Iso.Parse(scalar.Text).TryGetValue(default, out var date) && date.Year is >= 1900 and <= 2200
            ? date
        : Bad<LocalDate>(
            ProblemCode.BadDate,
            scalar,
            "a date that exists between 1900 and 2200",
            "write year-month-day like `2026-12-24`"
        );

    private LocalTime? TimeOf(YamlScalar? scalar) =>
        scalar is null ? null
        : HourAndMinute.Parse(scalar.Text).TryGetValue(default, out var time) ? time
        : Bad<LocalTime>(ProblemCode.BadTime, scalar, "a time of day", "write hours and minutes like `\"17:00\"`");

    private Duration? LengthOf(YamlScalar? scalar) =>
        scalar is null ? null
        : LengthText.TryParse(scalar.Text, out var length) ? length
        : Bad<Duration>(ProblemCode.BadLength, scalar, "a length of time", LengthText.Mend);

    private decimal? ShareOf(YamlScalar? scalar) =>
        scalar is null ? null
        : LengthText.TryParseShare(scalar.Text, out var share) ? share
        : Bad<decimal>(ProblemCode.BadShare, scalar, "a share above 0% and up to 100%", "write it like `25%`");

    private T? Bad<T>(ProblemCode code, YamlScalar scalar, string wanted, string mend)
        where T : struct
    {
        Bad(code, scalar, wanted, mend);
        return null;
    }

    public void Bad(ProblemCode code, YamlScalar scalar, string wanted, string mend) =>
        Findings.Add(code, scalar.Place, $"`{Short(scalar.Text)}` is not {wanted}", mend);

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 59), "…");
    }
}
