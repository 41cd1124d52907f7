using NodaTime;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Reads which days of the week a key means: <c>mon</c>, <c>mon-fri</c>, <c>sat, sun</c>, <c>fri-mon</c>.</summary>
internal static class DayNames
{
    private static readonly Dictionary<string, IsoDayOfWeek> Days = Enum.GetValues<IsoDayOfWeek>()
        .Where(day => day != IsoDayOfWeek.None)
        .SelectMany(day =>
            new[] { day.ToString(), day.ToString()[..3] }.Select(name => (Name: name.ToLowerInvariant(), Day: day))
        )
        .ToDictionary(pair => pair.Name, pair => pair.Day);

    /// <summary>The days in the order of the key, or null when a name is not a day.</summary>
    public static IReadOnlyList<IsoDayOfWeek>? Read(string key)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var part in key.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryDay(ends[0], out var first) || !TryDay(ends[^1], out var last))
            {
                return null;
            }
            days.AddRange(Through(first, last));
        }
        return days;
    }

    private static bool TryDay(string name, out IsoDayOfWeek day) =>
        Days.TryGetValue(name.Trim().ToLowerInvariant(), out day);

    // A range may pass the end of the week.
    private static IEnumerable<IsoDayOfWeek> Through(IsoDayOfWeek first, IsoDayOfWeek last)
    {
        var count = ((last - first + 7) % 7) + 1;
        return Enumerable.Range(0, count).Select(step => (IsoDayOfWeek)(((int)first - 1 + step) % 7 + 1));
    }
}
