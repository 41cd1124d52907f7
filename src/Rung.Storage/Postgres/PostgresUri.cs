namespace Rung.Storage.Postgres;

/// <summary>An address as PostgreSQL's own tools write it: <c>postgresql://user:password@host:port/database?sslmode=require</c>.</summary>
internal static class PostgresUri
{
    public static bool Is(string text) =>
        text.StartsWith("postgresql://", StringComparison.Ordinal)
        || text.StartsWith("postgres://", StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It is no address.</exception>
    public static string Settings(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            throw new ArgumentException("no address", paramName: null);
        }
        var role = uri.UserInfo.Split(':', 2);
        List<(string Name, string Value)> settings =
        [
            ("Host", uri.Host),
            ("Port", uri.IsDefaultPort || uri.Port < 0 ? "" : $"{uri.Port}"),
            ("Database", Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'))),
            ("Username", Uri.UnescapeDataString(role[0])),
            ("Password", role.Length > 1 ? Uri.UnescapeDataString(role[1]) : ""),
            .. Query(uri.Query),
        ];
        var builder = new System.Data.Common.DbConnectionStringBuilder();
        foreach (var (name, value) in settings.Where(setting => setting.Value.Length > 0))
        {
            builder[name] = value;
        }
        return builder.ConnectionString;
    }

    // application_name and 'Application Name' are the same setting.
    private static IEnumerable<(string Name, string Value)> Query(string query) =>
        query
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair =>
                (
                    Uri.UnescapeDataString(pair[0]).Replace('_', ' '),
                    pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : ""
                )
            );
}
