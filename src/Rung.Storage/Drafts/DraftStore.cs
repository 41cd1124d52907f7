namespace Rung.Storage.Drafts;

/// <summary>Drafts, saved while somebody types; sending clears them by <see cref="Cases.CaseWrite.Draft"/>.</summary>
public sealed class DraftStore
{
    private readonly RungDatabase _database;

    internal DraftStore(RungDatabase database) => _database = database;

    /// <summary>Replaces the author's draft about the same thing.</summary>
    public Task Save(Draft draft) =>
        _database.Write(session =>
            session.Execute(
                DraftSql.Put,
                ("about", draft.Key.About),
                ("author", draft.Key.Author),
                ("body", draft.Body),
                ("saved_at", Micros.Of(draft.SavedAt))
            )
        );

    public Task<Draft?> Find(DraftKey key) =>
        _database.Read(session =>
            session.First(
                DraftSql.ByKey,
                row => new Draft(key, row.Text(0), Micros.ToInstant(row.Number(1))),
                ("about", key.About),
                ("author", key.Author)
            )
        );

    public Task Clear(DraftKey key) => _database.Write(session => DraftSql.Clear(session, key));
}
