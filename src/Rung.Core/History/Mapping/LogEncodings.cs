namespace Rung.Core.History.Mapping;

/// <summary>What encodings are called in a mapping.</summary>
public static class LogEncodings
{
    private static readonly Dictionary<string, LogEncoding> ByName = new()
    {
        ["utf-8"] = LogEncoding.Utf8,
        ["utf-16"] = LogEncoding.Utf16,
        ["windows-1252"] = LogEncoding.Windows1252,
        ["latin-1"] = LogEncoding.Latin1,
    };

    /// <summary>All of them, as a mapping writes them: <c>utf-8</c> and so on.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>Reads such a name, to the letter; false: no encoding is called so.</summary>
    public static bool TryRead(string name, out LogEncoding encoding) => ByName.TryGetValue(name, out encoding);

    /// <summary>The name in a mapping.</summary>
    public static string Name(this LogEncoding encoding) => ByName.First(pair => pair.Value == encoding).Key;
}
