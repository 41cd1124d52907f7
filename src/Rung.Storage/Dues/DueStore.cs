using NodaTime;

namespace Rung.Storage.Dues;

/// <summary>
/// What falls due. A claim gives each due to one claimer at a time; the effect is once only because the claimer's
/// <see cref="Cases.CaseWrite"/> replaces the case's dues at the version it saw.
/// </summary>
public sealed class DueStore
{
    private readonly RungDatabase _database;
    private readonly string _claim;

    internal DueStore(RungDatabase database) => (_database, _claim) = (database, DueSql.Claim(database.SkipLocked));

    /// <summary>Takes what is due, earliest first, ties by case, rule and occurrence. Costs no write when nothing is.</summary>
    public async Task<IReadOnlyList<ClaimedDue>> Claim(DueClaim claim)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(claim.Take, nameof(claim));
        SqlValue now = ("now", Micros.Of(claim.Now));
        SqlValue leaseNow = ("lease_now", Micros.Of(claim.LeaseNow));
        if (await _database.Read(session => session.Number(DueSql.Any, now, leaseNow)) is null)
        {
            return [];
        }
        var claimed = await _database.Write(session =>
            session.List(
                _claim,
                DueSql.ReadClaimed,
                now,
                leaseNow,
                ("take", claim.Take),
                ("owner", claim.Owner),
                ("lease_until", Micros.Of(claim.LeaseUntil))
            )
        );
        return
        [
            .. claimed
                .OrderBy(due => due.At)
                .ThenBy(due => due.CaseId)
                .ThenBy(due => due.Rule, StringComparer.Ordinal)
                .ThenBy(due => due.Occurrence),
        ];
    }

    /// <summary>Gives back what was claimed and not dealt with, so that others need not wait for the lease to end.</summary>
    public Task Release(string owner, IReadOnlyList<ClaimedDue> dues) =>
        _database.Write(async session =>
        {
            var released = 0;
            foreach (var due in dues)
            {
                released += await session.Execute(
                    DueSql.Release,
                    ("case_id", due.CaseId),
                    ("rule", due.Rule),
                    ("occurrence", due.Occurrence),
                    ("owner", owner)
                );
            }
            return released;
        });

    /// <summary>The earliest due of all, past or to come; null: nothing will fall due.</summary>
    public Task<Instant?> Next() =>
        _database.Read(async session =>
            await session.Number(DueSql.Next) is { } at ? Micros.ToInstant(at) : (Instant?)null
        );

    /// <summary>What will fall due for one case, earliest first.</summary>
    public Task<IReadOnlyList<DueRow>> OfCase(long caseId) =>
        _database.Read(async session =>
            (IReadOnlyList<DueRow>)await session.List(DueSql.OfCase, DueSql.Read, ("case_id", caseId))
        );
}
