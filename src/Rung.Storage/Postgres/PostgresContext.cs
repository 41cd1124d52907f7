using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Rung.Storage.Schema;

namespace Rung.Storage.Postgres;

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : RungContext(options)
{
    /// <summary>A context that can describe the schema and write its script; it is never connected.</summary>
    public static PostgresContext ForSchema() =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=none").Options);

    // Text is compared by its bytes, as SQLite does, whatever the language of the server.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");
}

/// <summary>What <c>dotnet ef migrations add</c> asks for a context.</summary>
internal sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) => PostgresContext.ForSchema();
}
