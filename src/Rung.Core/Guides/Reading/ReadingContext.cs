using NodaTime;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading;

/// <summary>What the sections share while one file is read.</summary>
internal sealed class ReadingContext
{
    public ReadingContext(Findings findings, HolidayLibrary holidays)
    {
        Findings = findings;
        Holidays = holidays;
        Names = new Names(findings);
    }

    public Findings Findings { get; }
    public HolidayLibrary Holidays { get; }
    public Names Names { get; }
    public Places Places { get; } = new();

    /// <summary>Calendars by id, as far as they could be made.</summary>
    public Dictionary<string, WorkingCalendar> Calendars { get; private init; } = [];
    public Dictionary<string, CalendarSource> CalendarSources { get; private init; } = [];

    /// <summary>Stated lengths of a working day, by calendar.</summary>
    public Dictionary<string, Duration> WorkingDays { get; private init; } = [];

    /// <summary>Id of the desk's support-hours calendar.</summary>
    public string DeskCalendar { get; set; } = "";

    /// <summary>The contracts; targets count in their hours.</summary>
    public IReadOnlyList<Contract> Contracts { get; set; } = [];

    /// <summary>The keys that were asked for of each mapping; the published schema is compared with it.</summary>
    public Dictionary<YamlMap, AskedKeys> Asked { get; } = [];

    /// <summary>Keys whose value the file does not give: those that had to be there, and those that were mistyped.</summary>
    public List<(YamlMap Map, string Key)> NotGiven { get; } = [];

    /// <summary>The working time of one working day; 8 hours where the calendar is not known.</summary>
    public Duration WorkingDay(string calendar) =>
        WorkingDays.TryGetValue(calendar, out var stated) ? stated
        : Calendars.TryGetValue(calendar, out var compiled) ? compiled.NominalDay
        : Duration.FromHours(8);

    /// <summary>The same, with nobody listening: for parts whose problem is already told.</summary>
    public ReadingContext Muted() =>
        new(new Findings(), Holidays)
        {
            Calendars = Calendars,
            CalendarSources = CalendarSources,
            WorkingDays = WorkingDays,
            DeskCalendar = DeskCalendar,
        };
}

/// <param name="All">Every key that a mapping of this kind may have.</param>
/// <param name="Required">Those it had to have.</param>
internal sealed record AskedKeys(IReadOnlyCollection<string> All, IReadOnlyCollection<string> Required);
