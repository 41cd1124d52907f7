using NodaTime.Text;
using Rung.Storage.Dues;
using Rung.Storage.Keeping;

namespace Rung.Server.Desk.Verifying;

/// <summary>The differences of one case.</summary>
internal sealed class DifferenceList(KeptCase one)
{
    public const int MostOfOneSort = 20;

    private readonly List<Difference> _found = [];

    public IReadOnlyList<Difference> All => _found;

    public void Add(string column, string? stored, string? expected, string mend) =>
        _found.Add(new Difference(one.Desk, one.Reference, column, stored, expected, mend));

    public void Columns(
        string table,
        IReadOnlyDictionary<string, string?> stored,
        IReadOnlyDictionary<string, string?> expected,
        string mend
    )
    {
        foreach (var column in stored.Keys.Union(expected.Keys))
        {
            var (present, right) = (stored.GetValueOrDefault(column), expected.GetValueOrDefault(column));
            if (present != right)
            {
                Add($"{table}.{column}", present, right, mend);
            }
        }
    }

    public void Dues(IReadOnlyList<DueRow> stored, IReadOnlyList<DueRow> expected)
    {
        var (kept, owed) = (ByName(stored), ByName(expected));
        foreach (var name in kept.Keys.Union(owed.Keys))
        {
            if (kept.GetValueOrDefault(name) != owed.GetValueOrDefault(name))
            {
                Add($"dues {name}", kept.GetValueOrDefault(name), owed.GetValueOrDefault(name), Mend.Rewrite);
            }
        }
    }

    public void Promises(IReadOnlyList<KeptPromise> stored, IReadOnlyList<KeptPromise> expected)
    {
        var kept = stored.ToDictionary(one => one.Key, StringComparer.Ordinal);
        var owed = expected.ToDictionary(one => one.Key, StringComparer.Ordinal);
        foreach (var key in kept.Keys.Union(owed.Keys))
        {
            var (present, right) = (kept.GetValueOrDefault(key), owed.GetValueOrDefault(key));
            if (present is null || right is null)
            {
                Add($"promises {key}", present?.Columns["due_at"], right?.Columns["due_at"], Mend.Rewrite);
            }
            else
            {
                Columns($"promises {key}", present.Columns, right.Columns, Mend.Rewrite);
            }
        }
    }

    private static Dictionary<string, string> ByName(IReadOnlyList<DueRow> dues) =>
        dues.ToDictionary(due => $"{due.Rule} {due.Occurrence}", due => InstantPattern.ExtendedIso.Format(due.At));
}
