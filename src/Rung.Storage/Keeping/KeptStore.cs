using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Storage.Cases;
using Rung.Storage.Search;

namespace Rung.Storage.Keeping;

/// <summary>Cases just as they are stored, for whoever holds them against their events. Only reads.</summary>
public sealed class KeptStore
{
    private const string Amount = "SELECT COUNT(*) FROM cases";

    private readonly RungDatabase _database;

    internal KeptStore(RungDatabase database) => _database = database;

    /// <summary>How many cases there are.</summary>
    public async Task<long> Count() => await _database.Read(session => session.Number(Amount)) ?? 0;

    /// <summary>Cases of all desks in the order of their ids, each page as of one moment.</summary>
    /// <param name="after">The id of the last case of the page before; 0 for the first page.</param>
    /// <param name="most">The most cases to answer; none is the end.</param>
    public Task<IReadOnlyList<KeptCase>> Page(long after, int most) =>
        _database.ReadAtOneMoment(session => KeptSql.Read(session, after, most));

    /// <summary>What the table of the cases repeats of a case's first event, by column.</summary>
    public static IReadOnlyDictionary<string, string?> HeadOf(CaseLogged logged) =>
        Head(
            Shelf.Of(logged.Desk, Place(logged)),
            logged.Reference.Text,
            SearchText.Spoken(logged.Reference),
            Micros.Of(logged.At)
        );

    private static ShelfFor Place(CaseLogged logged) => logged.IsComplaint() ? ShelfFor.Complaints : ShelfFor.Work;

    internal static Dictionary<string, string?> Head(string desk, string reference, string spoken, long loggedAt) =>
        new(StringComparer.Ordinal)
        {
            ["desk"] = desk,
            ["reference"] = reference,
            ["spoken"] = spoken,
            ["logged_at"] = InstantPattern.ExtendedIso.Format(Micros.ToInstant(loggedAt)),
        };
}
