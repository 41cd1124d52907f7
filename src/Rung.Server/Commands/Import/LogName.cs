using System.Security.Cryptography;

namespace Rung.Server.Commands.Import;

/// <summary>A log by its file's name and by what is in it: another piece of the log may have the same name.</summary>
internal static class LogName
{
    private const int Digits = 12;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Of(string file)
    {
        using var stream = File.OpenRead(file);
        var name = Path.GetFileName(file).ReplaceLineEndings(" ");
        return $"{name} (SHA-256 {Convert.ToHexStringLower(SHA256.HashData(stream))[..Digits]})";
    }
}
