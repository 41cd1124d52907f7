namespace Rung.Storage.Schema;

/// <summary>The migrations of this version for one kind of database, oldest first.</summary>
internal sealed record MigrationSet(IReadOnlyList<Migration> All)
{
    /// <summary>
    /// What Entity Framework writes for each migration of a folder, kept as text because loading it takes a second.
    /// </summary>
    public static MigrationSet In(string folder)
    {
        var assembly = typeof(MigrationSet).Assembly;
        var prefix = $"Rung.Storage.{folder}.Migrations.";
        return new MigrationSet([
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Migration(
                    Path.GetFileNameWithoutExtension(name[prefix.Length..]),
                    () => Text(name)
                )),
        ]);
    }

    /// <summary>How far a database is.</summary>
    /// <param name="where">The database, as a person knows it.</param>
    /// <exception cref="StorageException">A newer version was there.</exception>
    public SchemaStatus Status(IReadOnlyList<string> applied, string where)
    {
        List<string> known = [.. All.Select(migration => migration.Name)];
        return applied.Except(known, StringComparer.Ordinal).ToList() is [.., var unknown]
            ? throw new StorageException(
                StorageFault.NewerSchema,
                $"{where} was last used by a newer version of Rung (it has '{unknown}', this version ends at "
                    + $"'{known[^1]}'). Start that version, or restore the backup made before it was installed."
            )
            : new SchemaStatus(applied, [.. known.Except(applied, StringComparer.Ordinal)]);
    }

    public IReadOnlyList<string> Scripts(SchemaStatus status) =>
        [.. All.Where(migration => status.Missing.Contains(migration.Name)).Select(migration => migration.Script())];

    private static string Text(string resource)
    {
        using var text = new StreamReader(typeof(MigrationSet).Assembly.GetManifestResourceStream(resource)!);
        return text.ReadToEnd();
    }
}

/// <param name="Script">Its SQL, which also notes its name; without a transaction of its own.</param>
internal sealed record Migration(string Name, Func<string> Script);
