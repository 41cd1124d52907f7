using System.Collections.Concurrent;
using NodaTime;

namespace Rung.Bench.Dues;

/// <summary>When the first change of each case was on disk, by the desk's clock: it tells open pages right after the commit.</summary>
internal sealed class CommitTimes
{
    private readonly ConcurrentDictionary<string, Instant> _first = new();

    public CommitTimes(BenchDesk desk) =>
        desk.Live.Elsewhere = change => _first.TryAdd(change.Reference, desk.Clock.Now());

    public int Count => _first.Count;

    public Instant Of(string reference) => _first[reference];
}
