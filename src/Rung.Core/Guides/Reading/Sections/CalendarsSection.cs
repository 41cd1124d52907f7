using NodaTime;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>calendars</c>: by id, either hours or a combination of other calendars.</summary>
internal static class CalendarsSection
{
    private static readonly string[] Combinations = ["union", "intersect", "minus"];

    /// <summary>Puts the calendars into the context, compiled as far as they can be.</summary>
    public static void Read(MapReader guide)
    {
        var drafts = new Dictionary<string, CalendarDraft>();
        foreach (var entry in guide.Entries("calendars", guide.Require("calendars")))
        {
            var id = new YamlScalar(entry.Place, entry.Key, isPlain: true);
            if (guide.IsId(id) && guide.AsMap(entry.Key, entry.Value) is { } map)
            {
                guide.Context.Names.Define(NameKind.Calendar, entry.Key, entry.Place);
                drafts[entry.Key] = MapReader.Read(
                    guide.Context,
                    map,
                    "a calendar",
                    reader => Calendar(reader, entry.Key)
                );
                guide.Context.Places.Put(drafts[entry.Key].Source, map);
            }
        }
        new CalendarCompiler(guide.Context, drafts).CompileAll();
    }

    private static CalendarDraft Calendar(MapReader map, string id)
    {
        var name = map.Text("name", id);
        var form = map.OneOf(["week", "always", .. Combinations]);
        var (reading, length) = WorkingDay(map);
        if (Combinations.Contains(form))
        {
            var parts = Parts(map, form!);
            var algebra = $"{form}: {string.Join(", ", parts)}";
            RefuseHours(map, form!);
            return new CalendarDraft(new CalendarSource(id, name, null, algebra, reading), form, parts, length);
        }
        var definition = CalendarHours.Read(map, id) with { NominalDay = length };
        return new CalendarDraft(new CalendarSource(id, name, definition, null, reading), null, [], length);
    }

    private static IReadOnlyList<string> Parts(MapReader map, string form)
    {
        var parts = map.Uses(form, NameKind.Calendar);
        if (map.Find(form) is YamlList { Items.Count: < 2 } or YamlScalar { IsEmpty: false })
        {
            map.Context.Findings.Add(
                ProblemCode.OneOf,
                map.PlaceOf(form),
                $"`{form}` needs two calendars or more",
                "name the calendars to put together, like `[weekdays, saturdays]`"
            );
        }
        return parts;
    }

    private static void RefuseHours(MapReader map, string form)
    {
        foreach (var key in CalendarHours.Keys)
        {
            if (map.Find(key) is { } given)
            {
                map.Context.Findings.Add(
                    ProblemCode.OneOf,
                    given.Place,
                    $"a calendar made by `{form}` cannot have `{key}` of its own",
                    $"give `{key}` to one of the calendars it is made of"
                );
            }
        }
    }

    private static (WorkingDayReading?, Duration?) WorkingDay(MapReader map) =>
        map.Map("workingDay", "`workingDay`", Stated) is { } stated ? (stated.Reading, stated.Length) : (null, null);

    private static StatedDay Stated(MapReader map)
    {
        var length = map.OptionalLength("length");
        if (length is { } day && (day <= Duration.Zero || day > Duration.FromDays(1)))
        {
            map.Context.Findings.Add(
                ProblemCode.BadLength,
                map.PlaceOf("length"),
                "a working day is longer than nothing and at most 24 hours",
                LengthText.Mend
            );
            length = null;
        }
        return new StatedDay(map.Word<WorkingDayReading>("reading"), length);
    }

    private sealed record StatedDay(WorkingDayReading Reading, Duration? Length);
}

/// <summary>A calendar as read, before it is compiled.</summary>
/// <param name="Combination">How it is made of <paramref name="Parts"/>; null when it has hours of its own.</param>
/// <param name="WorkingDay">The stated length of a working day.</param>
internal sealed record CalendarDraft(
    CalendarSource Source,
    string? Combination,
    IReadOnlyList<string> Parts,
    Duration? WorkingDay
);
