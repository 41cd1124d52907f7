using System.Security.Cryptography;

namespace Rung.Server.Accounts;

/// <summary>Codes for whoever has lost their authenticator: ten, each good once, kept as hashes.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int Bytes = 10;

    /// <summary>80 random bits each, in groups of four.</summary>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => Base32.InGroups(Base32.Of(RandomNumberGenerator.GetBytes(Bytes))))];

    /// <summary>However it is typed: with spaces or hyphens or neither, in letters of either size.</summary>
    public static string Hash(string code) =>
        Secret.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
