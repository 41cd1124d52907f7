using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Checking;

/// <summary>The guide under examination, and where its parts stand.</summary>
internal sealed class CheckContext(GuideDraft draft, ReadParts parts, LocalDate asOf)
{
    public Guide Guide => draft.Guide;

    public YamlMap Root => draft.Root;

    public Places Places => draft.Context.Places;

    public ReadingContext Reading => draft.Context;

    /// <summary>What was read without errors.</summary>
    public ReadParts Parts => parts;

    public LocalDate AsOf => asOf;

    public Findings Findings { get; } = new();

    /// <summary>Whether the hours of a calendar were read; of one that is made of others, whether those of all were.</summary>
    public bool CountsIn(string? calendar) =>
        calendar is null
        || (
            Guide.CalendarSources.GetValueOrDefault(calendar)?.Algebra is null
                ? Parts.IsSoundCalendar(calendar)
                : Parts.AreSound("calendars")
        );

    /// <summary>Whether an allowance was read, and the hours that it counts in.</summary>
    public bool IsRead(AllowanceUse use) =>
        CountsIn(use.Calendar) && (Places.Map(use.At.Part) is not { } map || !Parts.LostIn(map, use.At.Key).Any());

    /// <summary>Reports at a part's key, or at the part where it has no such key.</summary>
    public void Report(ProblemCode code, (object Part, string Key) at, string what, string mend) =>
        Findings.Add(code, Places.Of(at.Part, at.Key), what, mend);

    /// <summary>Reports at a section's key.</summary>
    public void Report(ProblemCode code, string section, string what, string mend) =>
        Findings.Add(code, Root.Entry(section)?.Place ?? Root.Place, what, mend);
}
