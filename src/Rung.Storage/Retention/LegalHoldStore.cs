using Rung.Core.Retention;

namespace Rung.Storage.Retention;

/// <summary>Legal holds with who placed and who lifted them; none is ever taken out.</summary>
public sealed class LegalHoldStore
{
    private readonly RungDatabase _database;

    internal LegalHoldStore(RungDatabase database) => _database = database;

    /// <summary>Those of a desk that stand: asked before anything is erased.</summary>
    public Task<StandingHolds> Standing(string desk) => _database.Read(async session => await Standing(session, desk));

    /// <summary>The same within the transaction that erases.</summary>
    internal static async ValueTask<StandingHolds> Standing(SqlSession session, string desk) =>
        new(await session.List(HoldSql.Standing, HoldSql.Read, ("desk", desk)));

    /// <summary>All that ever were on the thing itself, the latest first.</summary>
    public Task<IReadOnlyList<LegalHold>> Of(string desk, UnderHold on) =>
        _database.Read(async session =>
            (IReadOnlyList<LegalHold>)await session.List(HoldSql.Of, HoldSql.Read, HoldSql.Key(desk, on))
        );

    public Task Place(LegalHold hold) =>
        _database.Write(session =>
            session.Execute(
                HoldSql.New,
                [
                    .. HoldSql.Key(hold.Desk, hold.On),
                    ("reason", hold.Reason),
                    ("at", Micros.Of(hold.At)),
                    ("actor_name", hold.By.Name),
                    ("actor_role", hold.By.Role),
                ]
            )
        );

    /// <returns>False: there is no such hold on the thing, or it was lifted before.</returns>
    public Task<bool> Lift(LegalHold hold, HoldLifted lifted) =>
        _database.Write(async session =>
            await session.Execute(
                HoldSql.Lift,
                [
                    ("reason", lifted.Reason),
                    ("at", Micros.Of(lifted.At)),
                    ("actor_name", lifted.By.Name),
                    ("actor_role", lifted.By.Role),
                    .. HoldSql.Key(hold.Desk, hold.On),
                    ("number", hold.Number),
                ]
            ) == 1
        );
}
