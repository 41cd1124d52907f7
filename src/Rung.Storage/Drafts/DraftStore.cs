using NodaTime;

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

    /// <summary>What somebody left unsent of one sort, what was saved last first.</summary>
    /// <param name="about">How their subjects begin; no wildcards.</param>
    public Task<IReadOnlyList<Draft>> Of(string author, string about, int most) =>
        _database.Read(async session =>
            (IReadOnlyList<Draft>)
                await session.List(
                    DraftSql.ByAuthor,
                    row => new Draft(new DraftKey(row.Text(0), author), row.Text(1), Micros.ToInstant(row.Number(2))),
                    ("author", author),
                    ("about", $"{about}%"),
                    ("most", most)
                )
        );

    /// <summary>Forgets drafts of one sort that were saved before a moment.</summary>
    /// <param name="within">What their subjects have in them; no wildcards.</param>
    /// <returns>How many.</returns>
    public Task<int> ForgetBefore(Instant before, string within) =>
        _database.Write(session =>
            session.Execute(DraftSql.Forget, ("before", Micros.Of(before)), ("about", $"%{within}%"))
        );

    public Task Clear(DraftKey key) => _database.Write(session => DraftSql.Clear(session, key));
}
