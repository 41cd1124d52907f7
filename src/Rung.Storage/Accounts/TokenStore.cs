using NodaTime;

namespace Rung.Storage.Accounts;

/// <summary>Tokens that programs act by. Asked anew at every request, on every node, so that what was revoked is revoked.</summary>
public sealed class TokenStore
{
    private const string Columns = "id, name, desk, role, made_by, created_at, expires_at, revoked_at, used_at";
    private const string New = """
        INSERT INTO api_tokens (id, hash, name, desk, role, made_by, created_at, expires_at)
        VALUES (@id, @hash, @name, @desk, @role, @made_by, @created_at, @expires_at)
        """;
    private const string ByHash = $"""
        SELECT {Columns} FROM api_tokens WHERE hash = @hash AND revoked_at IS NULL AND expires_at > @now
        """;
    private const string Every = $"SELECT {Columns} FROM api_tokens ORDER BY created_at DESC, id";
    private const string Stop = "UPDATE api_tokens SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL";
    private const string See = "UPDATE api_tokens SET used_at = @now WHERE id = @id";

    private static readonly Duration Fine = Duration.FromMinutes(1);

    private readonly RungDatabase _database;

    internal TokenStore(RungDatabase database) => _database = database;

    /// <returns>False: another that is good has this name, and the timeline would not tell them apart.</returns>
    public Task<bool> Add(ApiToken token, string hash) =>
        _database.Write(async session =>
            !(await session.List(Every, Read)).Any(one => one.IsGood(token.CreatedAt) && one.IsNamedLike(token))
            && await session.Execute(
                New,
                ("id", token.Id),
                ("hash", hash),
                ("name", token.Name),
                ("desk", token.Right.Desk),
                ("role", token.Right.Role),
                ("made_by", token.MadeBy),
                ("created_at", Micros.Of(token.CreatedAt)),
                ("expires_at", Micros.Of(token.ExpiresAt))
            ) > 0
        );

    /// <returns>Null: there is none that is good now.</returns>
    public async Task<ApiToken?> Find(string hash, Instant now)
    {
        var found = await _database.Read(session =>
            session.First(ByHash, Read, ("hash", hash), ("now", Micros.Of(now)))
        );
        if (found is not null && !(now - found.UsedAt < Fine))
        {
            await _database.Write(session => session.Execute(See, ("now", Micros.Of(now)), ("id", found.Id)));
        }
        return found;
    }

    /// <summary>All that were ever made, newest first.</summary>
    public Task<List<ApiToken>> All() => _database.Read(session => session.List(Every, Read));

    public Task Revoke(string id, Instant now) =>
        _database.Write(session => session.Execute(Stop, ("now", Micros.Of(now)), ("id", id)));

    private static ApiToken Read(SqlRow row) =>
        new(row.Text(0), row.Text(1), new Right(row.Text(2), row.Text(3)))
        {
            MadeBy = row.Text(4),
            CreatedAt = Micros.ToInstant(row.Number(5)),
            ExpiresAt = Micros.ToInstant(row.Number(6)),
            RevokedAt = row.NumberOrNull(7) is { } revoked ? Micros.ToInstant(revoked) : null,
            UsedAt = row.NumberOrNull(8) is { } used ? Micros.ToInstant(used) : null,
        };
}

/// <summary>What a program acts by: a name for the timeline, and one role at one desk or at all.</summary>
public sealed record ApiToken(string Id, string Name, Right Right)
{
    /// <summary>Name of whoever made it.</summary>
    public required string MadeBy { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant ExpiresAt { get; init; }
    public Instant? RevokedAt { get; init; }

    /// <summary>To about a minute; null: never.</summary>
    public Instant? UsedAt { get; init; }

    public bool IsGood(Instant now) => RevokedAt is null && ExpiresAt > now;

    internal bool IsNamedLike(ApiToken other) => Account.KeyOf(Name) == Account.KeyOf(other.Name);
}
