using NodaTime;

namespace Rung.Storage.Answers;

/// <summary>Answers kept under idempotency keys. They are written with the effect, by <see cref="Cases.CaseWrite.Answer"/>.</summary>
public sealed class AnswerStore
{
    private readonly RungDatabase _database;

    internal AnswerStore(RungDatabase database) => _database = database;

    public Task<KeptAnswer?> Find(AnswerKey key) => _database.Read(session => AnswerSql.Find(session, key));

    /// <summary>Forgets answers created before the instant.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetBefore(Instant instant) =>
        _database.Write(session => session.Execute(AnswerSql.Forget, ("before", Micros.Of(instant))));
}
