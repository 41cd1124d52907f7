using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Rung.Storage.Schema;

namespace Rung.Storage.Sqlite;

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : RungContext(options)
{
    /// <summary>A context that can describe the schema and write its script; it is never connected.</summary>
    public static SqliteContext ForSchema()
    {
        var options = new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite("Data Source=:memory:")
            .ReplaceService<IMigrationsSqlGenerator, KeyedTablesSqlGenerator>();
        return new SqliteContext(options.Options);
    }
}

/// <summary>What <c>dotnet ef migrations add</c> asks for a context.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => SqliteContext.ForSchema();
}
