using Rung.Core.Cases;
using Rung.Storage.Search;

namespace Rung.Storage.Cases;

/// <summary>Cases and their events; the one way by which a case changes.</summary>
public sealed class CaseStore
{
    private readonly RungDatabase _database;
    private readonly CaseNumbers _numbers;

    internal CaseStore(RungDatabase database)
    {
        _database = database;
        _numbers = new CaseNumbers(database);
    }

    /// <summary>
    /// A number no other case has or ever will have. It is the new case's id, and its reference is made from it
    /// (<see cref="CaseReference.FromNumber"/>). Numbers may have gaps and say nothing about order in time.
    /// </summary>
    public ValueTask<long> NextId() => _numbers.Next();

    /// <summary>The first of so many numbers that follow one another, each like <see cref="NextId"/>'s.</summary>
    public Task<long> NextIds(int count) => _numbers.Take(count);

    /// <summary>Gives no number out that another installation may have given out since this copy of it was made.</summary>
    public Task LeaveOutNumbers() => _numbers.Take(CaseNumbers.LeftOutByCopies);

    /// <summary>Commits a decision. Completes when it is on disk, or when it is clear that it will not be.</summary>
    /// <exception cref="StorageException">Nothing was acknowledged; the same write may be tried again.</exception>
    public async Task<WriteResult> Save(CaseWrite write)
    {
        var statements = new CaseWriter(write, _database.Held);
        var result = write.Alert is { Key: var key }
            ? await _database.WriteInTurn($"{key}", statements.Run)
            : await _database.Write(statements.Run);
        if (result is WriteResult.Committed && write.Cases.Any(change => change.Terms.Count > 0))
        {
            _database.Search.Waits();
        }
        return result is WriteResult.VersionConflict conflict
            ? conflict with
            {
                Since = await EventsAfter(conflict.CaseId, statements.ExpectedOf(conflict.CaseId)),
            }
            : result;
    }

    /// <returns>Null when there is no such case.</returns>
    /// <exception cref="CorruptCaseException">One of its events cannot be read.</exception>
    public Task<CaseHistory?> Load(CaseReference reference) =>
        _database.Read(async session =>
            await CaseSql.Load(session, CaseSql.ByReference, ("key", SearchText.Spoken(reference))) is { } found
            && found.Reference == reference
                ? found
                : null
        );

    /// <inheritdoc cref="Load(CaseReference)"/>
    public Task<CaseHistory?> Load(long caseId) =>
        _database.Read(session => CaseSql.Load(session, CaseSql.ById, ("key", caseId)));

    /// <param name="caseId">Of a case that there is.</param>
    public Task<CaseReference> ReferenceOf(long caseId) =>
        _database.Read(async session =>
            CaseReference.FromStored((await session.First(CaseSql.ById, row => row.Text(2), ("key", caseId)))!)
        );

    /// <summary>The cases of a desk with all their events, in the order in which they were first stored.</summary>
    /// <param name="after">The id of the last case of the page before; 0 for the first page.</param>
    /// <param name="most">The most cases to answer; fewer than that is the last page.</param>
    /// <exception cref="CorruptCaseException">An event cannot be read.</exception>
    public Task<IReadOnlyList<CaseHistory>> PageOf(string desk, long after, int most) =>
        _database.Read(session => CaseSql.Page(session, desk, after, most));

    /// <summary>What happened after the event numbered <paramref name="version"/>.</summary>
    public Task<IReadOnlyList<StoredEvent>> EventsAfter(long caseId, long version) =>
        _database.Read(async session =>
        {
            var rows = await CaseSql.Events(session, caseId, version, long.MaxValue);
            return (IReadOnlyList<StoredEvent>)
                [.. rows.Select(row => new StoredEvent(row.Sequence, EventJson.Read(caseId, row)))];
        });
}
