using System.Globalization;
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
public sealed record KeptEntry(long Number, AuditEntry Entry, string Hash)
{
    /// <summary>As the last entry up to here.</summary>
    public AuditHead Head => new(Number, Hash);

    /// <summary>What does not fit of it, in one sentence; null: it follows the one before and is as it was written.</summary>
    internal string? Fault(AuditHead before) =>
        Number != before.Number + 1 ? $"Entry {before.Number + 1} is missing."
        : Hash != Entry.Hash(Number, before.Hash)
            ? $"Entry {Number} was changed, or one before it: its hash does not fit."
        : null;
}

/// <summary>The last entry: whoever notes it elsewhere can tell later whether what came before was changed since.</summary>
public sealed record AuditHead(long Number, string Hash)
{
    private const int HashLength = 64;

    /// <summary>Of a trail without entries.</summary>
    public static AuditHead None { get; } = new(0, AuditEntry.NoHash);

    /// <summary>As it is noted: <c>NUMBER:HASH</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");

    /// <returns>Null: not one that was noted.</returns>
    public static AuditHead? Parse(string? text) =>
        text?.Split(':') is [var number, { Length: HashLength } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var counted)
        && counted > 0
        && hash.All(char.IsAsciiHexDigit)
            ? new AuditHead(counted, hash.ToLowerInvariant())
            : null;
}
