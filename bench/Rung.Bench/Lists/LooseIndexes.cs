using Rung.Storage;

namespace Rung.Bench.Lists;

/// <summary>Indexes that are taken off while much is written, and put back as they were.</summary>
internal sealed class LooseIndexes
{
    private const string All =
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('cases', 'queue', 'dues')";

    private readonly List<string> _statements;

    private LooseIndexes(List<string> statements) => _statements = statements;

    public static async Task<LooseIndexes> Drop(SqlSession session)
    {
        var found = await session.List(All, row => (Name: row.Text(0), Sql: row.Text(1)));
        foreach (var (name, _) in found)
        {
            await session.Execute($"DROP INDEX \"{name}\"");
        }
        return new LooseIndexes([.. found.Select(index => index.Sql)]);
    }

    public async Task Restore(SqlSession session)
    {
        foreach (var statement in _statements)
        {
            await session.Execute(statement);
        }
    }
}
