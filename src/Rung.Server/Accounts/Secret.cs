using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Rung.Server.Accounts;

/// <summary>Secrets that are given out once and kept as hashes: sessions, tokens, links (S15, S50).</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>256 random bits, as letters that every address and header takes.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of one. It was drawn from so many that nobody finds it from this, however quick hashing is.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Names a row without saying anything of it.</summary>
    public static string Id() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
