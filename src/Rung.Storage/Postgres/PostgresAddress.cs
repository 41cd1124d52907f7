using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Rung.Storage.Postgres;

/// <summary>A database on a PostgreSQL server.</summary>
public sealed record PostgresAddress : DatabaseAddress
{
    private readonly NpgsqlConnectionStringBuilder _builder;

    private PostgresAddress(NpgsqlConnectionStringBuilder builder) => _builder = builder;

    /// <param name="text"><c>postgresql://user:password@host/database</c>, or <c>Host=…;Database=…</c>.</param>
    /// <param name="problem">What is wrong, in one sentence that tells no secret; null: nothing.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out PostgresAddress? address,
        [NotNullWhen(false)] out string? problem
    )
    {
        address = null;
        problem = null;
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(PostgresUri.Is(text) ? PostgresUri.Settings(text) : text);
            problem = Missing(builder);
            if (problem is null)
            {
                address = new PostgresAddress(WithDefaults(builder));
            }
        }
        catch (ArgumentException wrong)
        {
            problem = string.IsNullOrEmpty(wrong.ParamName)
                ? "the address is neither postgresql://user:password@host/database nor Host=…;Database=…"
                : $"'{wrong.ParamName}' is no setting of a PostgreSQL connection, or its value is not one that it can have";
        }
        return problem is null;
    }

    /// <summary>The name of the database on its server.</summary>
    public string Database => _builder.Database!;

    /// <summary>With the password: not to be shown.</summary>
    public string ConnectionString => _builder.ConnectionString;

    public override async Task<RungDatabase> Open(TimeProvider time) => await PostgresDatabase.Open(this);

    public override Task<RungDatabase> OpenToRead() => Open(TimeProvider.System);

    public override async Task<SchemaStatus> Status()
    {
        await using var source = Connect();
        return await PostgresErrors.Guard(this, () => PostgresSchema.Status(source, this));
    }

    public override Task<IReadOnlyList<string>> Migrate() =>
        PostgresErrors.Guard(this, () => PostgresSchema.Migrate(this, PostgresSchema.Of));

    public override string Script(SchemaStatus status) =>
        status.IsCurrent ? "" : $"BEGIN;\n\n{string.Join('\n', PostgresSchema.Of.Scripts(status))}\nCOMMIT;\n";

    /// <summary>Server, port, database and role; never the password.</summary>
    public override string ToString() =>
        $"PostgreSQL database '{_builder.Database}' on {_builder.Host}:{_builder.Port}"
        + (_builder.Username is { Length: > 0 } role ? $" as '{role}'" : "");

    internal NpgsqlDataSource Connect() => NpgsqlDataSource.Create(_builder);

    private static string? Missing(NpgsqlConnectionStringBuilder builder) =>
        string.IsNullOrWhiteSpace(builder.Host) ? "the address names no host"
        : string.IsNullOrWhiteSpace(builder.Database) ? "the address names no database"
        : null;

    private static NpgsqlConnectionStringBuilder WithDefaults(NpgsqlConnectionStringBuilder builder)
    {
        Default(builder, "Application Name", "rung");
        Default(builder, "Max Auto Prepare", 200);
        Default(builder, "Auto Prepare Min Usages", 2);
        Default(builder, "Maximum Pool Size", 40);
        Default(builder, "Keepalive", 15);
        return builder;
    }

    private static void Default(NpgsqlConnectionStringBuilder builder, string setting, object value)
    {
        if (!builder.ContainsKey(setting))
        {
            builder[setting] = value;
        }
    }
}
