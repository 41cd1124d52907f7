using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.History.Mapping;

/// <summary>What the columns and states of another desk's log mean. Source: <c>docs/import-history.md</c>.</summary>
public sealed record HistoryMap
{
    /// <summary>Key that the history is kept under.</summary>
    public required string Desk { get; init; }

    /// <summary>What the log is called wherever its figures are shown.</summary>
    public required string Name { get; init; }

    /// <summary>Where the data comes from, to be named wherever its figures are shown.</summary>
    public string? Source { get; init; }

    /// <summary>How the file is written.</summary>
    public required LogFile File { get; init; }

    /// <summary>How times are written, and in which zone.</summary>
    public required LogTimes Times { get; init; }

    /// <summary>Which column says what.</summary>
    public required LogColumns Columns { get; init; }

    /// <summary>Null: a row is a case, and each moment has a column.</summary>
    public StateRows? Rows { get; init; }

    /// <summary>Columns of moments, for a log with one row for each case; empty otherwise.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>The channel that cases came by; it decides where their clocks start.</summary>
    public Channel Channel { get; init; } = Channel.Phone;

    /// <summary>How things are called in guides, unless <see cref="Guides"/> says otherwise for one.</summary>
    public required GuideWords Words { get; init; }

    /// <summary>By the id of the guide.</summary>
    public IReadOnlyDictionary<string, GuideWords> Guides { get; init; } = new Dictionary<string, GuideWords>();

    /// <summary>What the log's words are called in a guide.</summary>
    public GuideWords For(string guide) => Guides.TryGetValue(guide, out var own) ? own.Over(Words) : Words;
}

/// <param name="Delimiter">Null: found in the first lines.</param>
public sealed record LogFile(char? Delimiter, LogEncoding Encoding)
{
    /// <summary>What stands in cells that say nothing, such as <c>NULL</c>; capitals make no difference.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];
}

/// <summary>How a log's bytes are read; <see cref="LogEncodings"/> has their names.</summary>
public enum LogEncoding
{
    /// <summary>With or without a byte order mark.</summary>
    Utf8,

    /// <summary>Byte order by its mark; without one, the low byte first.</summary>
    Utf16,

    /// <summary>Western European, as older Windows programs write.</summary>
    Windows1252,

    /// <summary>ISO 8859-1; every byte is a character.</summary>
    Latin1,
}

/// <param name="Zone">Zone of times without an offset, and of the days between which a log is said to lie.</param>
/// <param name="Formats">Tried in order.</param>
public sealed record LogTimes(DateTimeZone Zone, IReadOnlyList<string> Formats);

/// <summary>Names of columns.</summary>
/// <param name="Case">The case's own reference.</param>
/// <param name="Kept">Columns that are kept with each line without a meaning.</param>
public sealed record LogColumns(
    string Case,
    string? Impact,
    string? Subject,
    string? Customer,
    string? Person,
    string? Team,
    IReadOnlyList<string> Kept
);

/// <summary>A log with a row for each change of state.</summary>
/// <param name="At">Where the time stands.</param>
/// <param name="State">Columns whose values make up the state, joined by <see cref="Between"/>.</param>
/// <param name="States">What each means, by the log's words without case.</param>
public sealed record StateRows(
    TimeColumns At,
    IReadOnlyList<string> State,
    IReadOnlyDictionary<string, ImportedState> States
)
{
    /// <summary>What stands between the values of several state columns, in <see cref="States"/> as well.</summary>
    public const string Between = " / ";
}

/// <summary>Where it stands when something happened to the case of the row; an empty cell: it did not.</summary>
public sealed record Milestone(ImportedState State, TimeColumns At);

/// <summary>A column of times, or columns of dates and of times of day that are read as one text with a space between.</summary>
public sealed record TimeColumns(IReadOnlyList<string> Names)
{
    /// <summary>What stands between the cells of a date and its time of day when they are read as one text.</summary>
    public const string Between = " ";

    /// <summary>The columns' names as a person reads them.</summary>
    public string Said => string.Join(Between, Names);
}

/// <summary>How a guide calls things that the log has other words for.</summary>
/// <param name="Kind">Id of a kind of case.</param>
/// <param name="Contract">Id of a contract; null: none.</param>
/// <param name="Hold">Id of the hold reason that waiting for the customer counts as; null: the guide's first that an answer ends.</param>
/// <param name="Priorities">Impact to the id of a priority, without case; null: as for other guides.</param>
/// <param name="Otherwise">Priority of every other impact; null: none.</param>
public sealed record GuideWords(
    string? Kind,
    string? Contract,
    string? Hold,
    IReadOnlyDictionary<string, string>? Priorities,
    string? Otherwise
)
{
    internal GuideWords Over(GuideWords general) =>
        new(
            Kind ?? general.Kind,
            Contract ?? general.Contract,
            Hold ?? general.Hold,
            Priorities ?? general.Priorities,
            Priorities is null ? Otherwise ?? general.Otherwise : Otherwise
        );
}
