using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace Rung.Server.Accounts;

/// <summary>Codes of an authenticator: six digits, another every 30 s (RFC 6238, with SHA-1 as all of them know it).</summary>
internal static class OneTimeCode
{
    private const int KeyBytes = 20;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const int StepSeconds = 30;

    // A clock that is off by less than a step, and somebody who types slowly.
    private const int Slack = 1;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The step that a moment is in.</summary>
    public static long Step(Instant now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step whose code this is, of those around now.</summary>
    /// <returns>Null: of none.</returns>
    public static long? Match(byte[] key, string code, Instant now)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        long? matched = null;
        for (var step = Step(now) - Slack; step <= Step(now) + Slack; step++)
        {
            // All are compared, so that the time it takes says nothing.
            matched = CryptographicOperations.FixedTimeEquals(Bytes(Of(key, step)), Bytes(typed)) ? step : matched;
        }
        return matched;
    }

    /// <summary>The code of a step.</summary>
    public static string Of(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Authenticators know no other.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var truncated = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (truncated % Modulus).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>What an authenticator reads, as a picture or opened as a link.</summary>
    public static string Address(byte[] key, string email) =>
        $"otpauth://totp/Rung:{Uri.EscapeDataString(email)}?secret={Base32.Of(key)}&issuer=Rung&algorithm=SHA1&digits={Digits}&period={StepSeconds}";

    private static byte[] Bytes(string code) => System.Text.Encoding.UTF8.GetBytes(code);
}
