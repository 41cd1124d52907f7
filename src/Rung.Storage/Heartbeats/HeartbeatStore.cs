using System.Globalization;
using NodaTime;

namespace Rung.Storage.Heartbeats;

/// <summary>Heartbeats of the desks. That one turns silent, or speaks again, is written with a case (<see cref="Alerts.AlertArrival.Heartbeat"/>).</summary>
public sealed class HeartbeatStore
{
    private const string Listening = "heartbeats.listening";
    private const int MostAtOnce = 200;

    private readonly RungDatabase _database;

    internal HeartbeatStore(RungDatabase database) => _database = database;

    /// <summary>By name.</summary>
    public Task<IReadOnlyList<Heartbeat>> OfDesk(string desk) => List(HeartbeatSql.OfDesk, ("desk", desk));

    /// <summary>By name.</summary>
    public Task<IReadOnlyList<Heartbeat>> OfCustomer(string desk, string customer) =>
        List(HeartbeatSql.OfCustomer, ("desk", desk), ("customer", customer));

    public Task<Heartbeat?> Find(string desk, string id) =>
        _database.Read(session => session.First(HeartbeatSql.One, HeartbeatSql.Read, ("desk", desk), ("id", id)));

    /// <summary>Those that should have been heard of by now, the earliest first; the most that is looked at at once.</summary>
    public Task<IReadOnlyList<Heartbeat>> Due(Instant now) =>
        List(HeartbeatSql.Due, ("now", Micros.Of(now)), ("take", MostAtOnce));

    public Task<int> CountSilent(string desk) =>
        _database.Read(async session => (int)(await session.Number(HeartbeatSql.CountSilent, ("desk", desk)) ?? 0));

    /// <summary>
    /// Keeps what is registered; what it is heard of counts from then on anew. One that is suspended is silent no more.
    /// </summary>
    /// <returns>False: somebody else added or changed it since its author saw its version.</returns>
    public Task<bool> Register(Heartbeat heartbeat) =>
        _database.Write(async session =>
            await (
                heartbeat.Version == 0
                    ? session.Execute(HeartbeatSql.New, HeartbeatSql.Registered(heartbeat))
                    : session.Execute(
                        HeartbeatSql.Change,
                        [
                            .. HeartbeatSql.Registered(heartbeat),
                            ("is_suspended", heartbeat.IsSuspended ? 1 : 0),
                            ("version", heartbeat.Version),
                        ]
                    )
            ) == 1
        );

    /// <summary>It was heard of while it was not silent; or so long ago that it still is.</summary>
    public Task<bool> Hear(Heartbeat seen, Instant at, HeardBy by) =>
        _database.Write(async session =>
            await session.Execute(
                seen.IsSilent ? HeartbeatSql.HearLate : HeartbeatSql.Hear,
                [("at", Micros.Of(at)), ("by", by.ToString()), .. HeartbeatSql.Key(seen)]
            ) == 1
        );

    /// <summary>The turn by itself, where no case has anything to say about it.</summary>
    /// <returns>False: it is no longer as its author saw it.</returns>
    public Task<bool> Turn(HeartbeatTurn turn) =>
        _database.Write(async session =>
        {
            if (!await HeartbeatSql.IsAsSeen(session, turn))
            {
                return false;
            }
            await HeartbeatSql.Turn(session, turn);
            return true;
        });

    /// <summary>
    /// Writes down that somebody listens. When nobody did for long, on whatever node, what is waited for is waited for anew: what
    /// could not be heard was not silent.
    /// </summary>
    /// <param name="now">By the desk's clock, as are the dues.</param>
    /// <param name="most">How long between two looks counts as listening all the time; it is written down four times as often.</param>
    public async Task Listen(Instant now, Duration most)
    {
        if (await _database.Read(session => session.Number(HeartbeatSql.FirstDue)) is null)
        {
            return;
        }
        var last = await _database.Settings.Find(Listening) is { } text
            ? Micros.ToInstant(long.Parse(text, CultureInfo.InvariantCulture))
            : (Instant?)null;
        if (last is { } before && now - before > most)
        {
            await _database.Write(session =>
                session.Execute(HeartbeatSql.Anew, ("now", Micros.Of(now)), ("last", Micros.Of(before + most)))
            );
        }
        if (last is null || now - last > most / 4)
        {
            await _database.Write(session =>
                session.Execute(
                    HeartbeatSql.Listened,
                    ("name", Listening),
                    ("value", Micros.Of(now).ToString(CultureInfo.InvariantCulture)),
                    ("now", Micros.Of(now))
                )
            );
        }
    }

    private Task<IReadOnlyList<Heartbeat>> List(string sql, params SqlValue[] values) =>
        _database.Read(async session => (IReadOnlyList<Heartbeat>)await session.List(sql, HeartbeatSql.Read, values));
}
