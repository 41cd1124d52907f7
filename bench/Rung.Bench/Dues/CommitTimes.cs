using System.Collections.Concurrent;
using NodaTime;

namespace Rung.Bench.Dues;

/// <summary>When changes of cases were on disk, by the desk's clock: it tells open pages right after each commit.</summary>
internal sealed class CommitTimes
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Instant>> _told = new();

    public CommitTimes(BenchDesk desk) =>
        desk.Live.Elsewhere = change => _told.GetOrAdd(change.Reference, _ => new()).Enqueue(desk.Clock.Now());

    /// <summary>The commit of what was decided then; null: it is not on disk yet.</summary>
    public Instant? After(string reference, Instant decided) =>
        _told.TryGetValue(reference, out var all)
            ? all.Where(at => at >= decided).Cast<Instant?>().FirstOrDefault()
            : null;
}
