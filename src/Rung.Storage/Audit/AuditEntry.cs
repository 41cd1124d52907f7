using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;

namespace Rung.Storage.Audit;

/// <summary>Something that somebody did or tried. S69, UK GDPR Art 5(2), 30</summary>
/// <param name="At">To the microsecond.</param>
/// <param name="Who">Name of the person or program; that of nobody where it is not known.</param>
/// <param name="Source">Network address that it came from; empty: from this machine's own verbs.</param>
/// <param name="What">In one or two words: read, changed, refused, signed in.</param>
/// <param name="About">The path of what was looked at or changed, without its query.</param>
public sealed record AuditEntry(Instant At, string Who, string Source, string What, string About)
{
    /// <summary>Of the entry before the first.</summary>
    public const string NoHash = "";

    /// <summary>SHA-256 of the entry, its number and the hash of the one before, in small hexadecimal digits.</summary>
    /// <param name="number">Counts from 1 without a gap.</param>
    public string Hash(long number, string before)
    {
        object[] all = [before, number, Micros.Of(At), Who, Source, What, About];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(all)));
    }
}

/// <summary>An entry as it is kept.</summary>
/// <param name="Number">Counts from 1 without a gap.</param>
/// <param name="Hash">Covers the entry and all before it.</param>
public sealed record KeptEntry(long Number, AuditEntry Entry, string Hash);

/// <summary>The last entry: whoever notes it elsewhere can tell later whether what came before was changed since.</summary>
public sealed record AuditHead(long Number, string Hash)
{
    public static AuditHead None { get; } = new(0, AuditEntry.NoHash);
}

/// <summary>Which entries are wanted.</summary>
/// <param name="Take">At most so many.</param>
public sealed record AuditQuery(int Take)
{
    /// <summary>Exactly this name; null: whoever it was.</summary>
    public string? Who { get; init; }

    /// <summary>What this path begins with; null: whatever it was about.</summary>
    public string? About { get; init; }

    /// <summary>Those before this number, exclusive; null: from the newest on.</summary>
    public long? Before { get; init; }
}
