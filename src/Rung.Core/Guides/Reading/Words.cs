namespace Rung.Core.Guides.Reading;

/// <summary>The words of the guide language for the values of an enum: its names in camelCase.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Words.Of);

    public static IEnumerable<string> All => Values.Keys;

    public static bool TryRead(string word, out T value) => Values.TryGetValue(word, out value);
}

/// <summary>How an enum's value is written in a guide.</summary>
public static class Words
{
    /// <summary>The value's name in camelCase: <c>deemNextOpening</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    internal static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));
}
