using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rung.Core.Cases;

namespace Rung.Server.Links;

/// <summary>
/// Signed addresses that open one case without an account. They hold no secret of their own: whoever changes the case, the reader
/// or the day has another signature.
/// </summary>
/// <param name="key">The installation's secret.</param>
/// <param name="door">What people outside type; null: nobody comes from there, and there are no links.</param>
public sealed class CaseLinks(byte[] key, Uri? door)
{
    public const string Part = "link";

    /// <summary>How long one opens the case.</summary>
    public static readonly Duration Lasts = Duration.FromDays(90);

    private const char Between = '.';
    private const int SignatureBytes = 18;

    /// <summary>Whether there are any.</summary>
    public bool AreMade => door is not null;

    /// <param name="email">Of whoever reported it, to whom it goes.</param>
    /// <returns>Null: nobody outside could open it.</returns>
    public string? Of(string desk, CaseReference reference, string email, Instant now)
    {
        if (door is null)
        {
            return null;
        }
        var day = Day(now + Lasts);
        var token = string.Join(Between, Plain(reference), day, Signature(new Signed(desk, reference, email, day)));
        return new Uri(door, $"/{desk}/{Part}/{token}").AbsoluteUri;
    }

    /// <summary>Which case an address names, without a look at its signature.</summary>
    public static CaseReference? Named(string token, string prefix) =>
        token.Split(Between) is [var name, _, _] && CaseReference.TryParse(prefix, name, out var reference)
            ? reference
            : null;

    /// <summary>Whether it is one that was made for this reader of this case, and has not run out.</summary>
    public LinkStanding Check(string token, string desk, (CaseReference Reference, string? Email) of, Instant now)
    {
        if (
            token.Split(Between) is not [_, var text, var signature]
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || of.Email is not { } email
            || !IsSame(Signature(new Signed(desk, of.Reference, email, day)), signature)
        )
        {
            return LinkStanding.Nothing;
        }
        return day < Day(now) ? LinkStanding.RunOut : LinkStanding.Opens;
    }

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private string Signature(Signed of)
    {
        var text = $"case-link:{of.Desk}:{of.Reference.Text}:{of.Day}:{of.Email.Trim().ToLowerInvariant()}";
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
        return Base64Url.EncodeToString(hash.AsSpan(0, SignatureBytes));
    }

    private static string Plain(CaseReference reference) => reference.Text.Replace("-", "", StringComparison.Ordinal);

    private static int Day(Instant at) => (int)(at.ToUnixTimeSeconds() / (24 * 60 * 60));

    private sealed record Signed(string Desk, CaseReference Reference, string Email, int Day);
}

/// <summary>How an address of a case stands.</summary>
public enum LinkStanding
{
    /// <summary>It is none, or was made for another.</summary>
    Nothing,

    /// <summary>It was one.</summary>
    RunOut,
    Opens,
}
