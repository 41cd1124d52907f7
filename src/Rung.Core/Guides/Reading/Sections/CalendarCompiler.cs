using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Compiles calendars in the order in which they are made of each other.</summary>
internal sealed class CalendarCompiler(ReadingContext context, Dictionary<string, CalendarDraft> drafts)
{
    private readonly HashSet<string> _begun = [];
    private readonly HashSet<string> _underway = [];

    public void CompileAll()
    {
        foreach (var (id, draft) in drafts)
        {
            context.CalendarSources[id] = draft.Source;
            if (draft.WorkingDay is { } length)
            {
                context.WorkingDays[id] = length;
            }
            Compile(id);
        }
    }

    private WorkingCalendar? Compile(string id)
    {
        if (context.Calendars.TryGetValue(id, out var ready))
        {
            return ready;
        }
        if (!drafts.TryGetValue(id, out var draft))
        {
            return null;
        }
        if (_underway.Contains(id))
        {
            ReportCycle(id, draft);
        }
        if (!_begun.Add(id))
        {
            return null;
        }
        _underway.Add(id);
        var compiled = draft.Source.Definition is { } definition
            ? WorkingCalendar.Compile(definition)
            : Combine(id, draft);
        _underway.Remove(id);
        if (compiled is not null)
        {
            context.Calendars[id] = compiled;
        }
        return compiled;
    }

    private WorkingCalendar? Combine(string id, CalendarDraft draft)
    {
        WorkingCalendar? combined = null;
        foreach (var part in draft.Parts)
        {
            if (Compile(part) is not { } next)
            {
                return null;
            }
            combined = combined is null ? next : Combine(draft.Combination!, id, combined, next);
        }
        return combined;
    }

    private static WorkingCalendar Combine(
        string combination,
        string id,
        WorkingCalendar first,
        WorkingCalendar second
    ) =>
        combination switch
        {
            "union" => WorkingCalendar.Union(id, first, second),
            "intersect" => WorkingCalendar.Intersect(id, first, second),
            _ => WorkingCalendar.Minus(id, first, second),
        };

    private void ReportCycle(string id, CalendarDraft draft) =>
        context.Findings.Add(
            ProblemCode.CalendarCycle,
            context.Places.Of(draft, draft.Combination!),
            $"the calendar `{id}` is made of itself",
            "name calendars that have hours of their own"
        );
}
