namespace Rung.Core.History.Mapping;

/// <summary>
/// What of a mapping decides which line of a log is which. A log that was imported by one mapping and is read by another
/// that differs in it would stand there twice, so that only the other keys may be corrected later.
/// </summary>
public static class MapChange
{
    /// <summary>Keys that differ, each with what it was and what it is; empty: the same lines come out.</summary>
    /// <param name="kept">The mapping that the log was imported by.</param>
    public static IReadOnlyList<string> Between(HistoryMap kept, HistoryMap given) =>
        [
            .. Keys(kept).Zip(Keys(given)).Where(pair => pair.First != pair.Second).Select(Sentence),
            .. Formats(kept, given),
        ];

    private static string Sentence(((string Key, string Value) First, (string Key, string Value) Second) pair) =>
        $"`{pair.First.Key}` was {Said(pair.First.Value)} and is {Said(pair.Second.Value)}";

    private static string Said(string value) => value.Length == 0 ? "not there" : $"`{value}`";

    // A format that was added behind the others reads only what was not read before.
    private static IEnumerable<string> Formats(HistoryMap kept, HistoryMap given) =>
        given.Times.Formats.Take(kept.Times.Formats.Count).SequenceEqual(kept.Times.Formats)
            ? []
            : [$"`format` was {Said(Listed(kept.Times.Formats))} and is {Said(Listed(given.Times.Formats))}"];

    private static IEnumerable<(string Key, string Value)> Keys(HistoryMap map) =>
        [
            ("name", map.Name),
            ("encoding", map.File.Encoding.Name()),
            ("empty", Listed(map.File.Empty)),
            ("zone", map.Times.Zone.Id),
            ("case", map.Columns.Case),
            ("at", map.Rows?.At.Said ?? ""),
            ("state", Listed(map.Rows?.State ?? [])),
            ("impact", map.Columns.Impact ?? ""),
            ("person", map.Columns.Person ?? ""),
            ("team", map.Columns.Team ?? ""),
            ("keep", Listed(map.Columns.Kept.Order(StringComparer.Ordinal))),
            ("milestones", Listed(map.Milestones.Select(one => one.At.Said).Order(StringComparer.Ordinal))),
            ("channel", map.Channel.ToString().ToLowerInvariant()),
        ];

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
