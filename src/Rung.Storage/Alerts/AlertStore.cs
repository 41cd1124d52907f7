namespace Rung.Storage.Alerts;

/// <summary>Alerts by their keys. They are written with what they did to a case, by <see cref="Cases.CaseWrite.Alert"/>.</summary>
public sealed class AlertStore
{
    private readonly RungDatabase _database;

    internal AlertStore(RungDatabase database) => _database = database;

    /// <returns>Null: it never came.</returns>
    public Task<Alert?> Find(AlertKey key) => _database.Read(session => AlertSql.Find(session, key));
}
