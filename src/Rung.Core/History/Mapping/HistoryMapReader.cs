using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Sections;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.History.Lines;

namespace Rung.Core.History.Mapping;

/// <summary>
/// Turns a mapping file into a <see cref="HistoryMap"/>, or into all of its problems at once. Total: any input gives an
/// answer, soon, and never an exception. Source: <c>docs/import-history.md</c>.
/// </summary>
public static class HistoryMapReader
{
    /// <summary>The version of the mapping language that is understood.</summary>
    public const string Language = "1";

    /// <summary>The first key of every mapping.</summary>
    public const string LanguageKey = "rung-history";

    /// <param name="file">UTF-8, at most 2 MiB.</param>
    public static HistoryMapReading Read(ReadOnlySpan<byte> file)
    {
        var findings = new Findings();
        if (Root(file, findings) is not { } root || !Speaks(root, findings))
        {
            return new HistoryMapReading(null, findings.InOrder());
        }
        var context = new ReadingContext(findings, HolidayLibrary.Empty);
        var map = MapReader.Read(context, root, "a mapping", Mapping);
        context.Names.ReportDangling();
        return new HistoryMapReading(findings.HasErrors ? null : map, findings.InOrder());
    }

    private static HistoryMap Mapping(MapReader top)
    {
        top.Find(LanguageKey);
        var isByMilestone = top.OneOf("states", "milestones") == "milestones";
        var columns = top.RequiredMap("columns", "columns", map => Columns(map, isByMilestone));
        return new HistoryMap
        {
            Desk = DeskId(top),
            Name = top.Text("name"),
            Source = top.OptionalText("source"),
            File = top.Map("file", "a file", File) ?? new LogFile(null, LogEncoding.Utf8),
            Times = top.RequiredMap("times", "times", Times),
            Columns = columns.Columns,
            Rows = isByMilestone ? null : new StateRows(columns.At, columns.State, MeaningReader.States(top)),
            Milestones = MeaningReader.Milestones(top),
            Channel = top.Word("channel", Channel.Phone),
            Words = MeaningReader.Called(top),
            Guides = MeaningReader.Guides(top),
        };
    }

    private static string DeskId(MapReader top)
    {
        var scalar = top.Scalar("desk", top.Require("desk"));
        return scalar is not null && top.IsId(scalar) ? scalar.Text : "";
    }

    private static LogFile File(MapReader map) =>
        new(
            map.OptionalWord<DelimiterWord>("delimiter") switch
            {
                DelimiterWord.Comma => ',',
                DelimiterWord.Semicolon => ';',
                DelimiterWord.Tab => '\t',
                DelimiterWord.Pipe => '|',
                _ => null,
            },
            Encoding(map)
        )
        {
            Empty = map.Texts("empty"),
        };

    private static LogEncoding Encoding(MapReader map)
    {
        if (map.Scalar("encoding", map.Find("encoding")) is not { } scalar)
        {
            return LogEncoding.Utf8;
        }
        if (LogEncodings.TryRead(scalar.Text, out var encoding))
        {
            return encoding;
        }
        map.UnknownWord(scalar, LogEncodings.Names);
        return LogEncoding.Utf8;
    }

    private static LogTimes Times(MapReader map)
    {
        var zone = ZoneName.Read(map, map.Require("zone")) ?? DateTimeZone.Utc;
        var node = map.Find("format");
        map.ReportEmpty("format", node, "a format");
        var formats = map.Scalars("format", node);
        foreach (var format in formats.Where(format => TimeFormat.Problem(format.Text) is not null))
        {
            map.Bad(ProblemCode.BadTime, format, "a format of times", TimeFormat.Problem(format.Text)!);
        }
        return new LogTimes(zone, formats.Count == 0 ? [TimeFormat.Iso] : [.. formats.Select(format => format.Text)]);
    }

    private static ReadColumns Columns(MapReader map, bool isByMilestone)
    {
        var columns = new LogColumns(
            map.Text("case"),
            map.OptionalText("impact"),
            map.OptionalText("subject"),
            map.OptionalText("customer"),
            map.OptionalText("person"),
            map.OptionalText("team"),
            map.Texts("keep")
        );
        if (isByMilestone)
        {
            return new ReadColumns(columns, new TimeColumns([]), []);
        }
        var state = map.Require("state");
        map.ReportEmpty("state", state, "the name of a column");
        return new ReadColumns(
            columns,
            MeaningReader.TimeIn(map, "at", map.Require("at")),
            [.. map.Scalars("state", state).Select(one => one.Text)]
        );
    }

    private static YamlMap? Root(ReadOnlySpan<byte> file, Findings findings)
    {
        if (GuideBytes.Decode(file, findings) is not { } text || !CharacterScreen.Passes(text, findings))
        {
            return null;
        }
        var root = YamlTree.Read(text, findings);
        if (root is not (null or YamlMap or YamlRefused))
        {
            findings.Add(
                ProblemCode.WrongType,
                root.Place,
                $"the file is {root.Called}, not a mapping of a log",
                $"begin with `{LanguageKey}: {Language}`"
            );
        }
        return root as YamlMap;
    }

    private static bool Speaks(YamlMap root, Findings findings)
    {
        var version = root.Entry(LanguageKey);
        if (version?.Value is YamlScalar { Text: Language })
        {
            return true;
        }
        findings.Add(
            ProblemCode.UnsupportedLanguage,
            version?.Value.Place ?? root.Place,
            root.Entry("rung") is not null ? "this is a guide, not a mapping of a log"
                : version is null ? "the file does not say that it maps a log"
                : "this version of the mapping language is not one that this Rung reads",
            $"begin with `{LanguageKey}: {Language}`"
        );
        return version is null && root.Entry("rung") is null;
    }

    private enum DelimiterWord
    {
        Comma,
        Semicolon,
        Tab,
        Pipe,
    }

    private sealed record ReadColumns(LogColumns Columns, TimeColumns At, IReadOnlyList<string> State);
}
