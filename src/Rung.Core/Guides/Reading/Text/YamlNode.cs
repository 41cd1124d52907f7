namespace Rung.Core.Guides.Reading.Text;

/// <summary>The file as a tree in which every part knows its place. Nothing is interpreted here.</summary>
internal abstract class YamlNode(Place place)
{
    public Place Place { get; } = place;

    /// <summary>What a person calls it in a message.</summary>
    public abstract string Called { get; }
}

internal sealed class YamlScalar(Place place, string text, bool isPlain) : YamlNode(place)
{
    public string Text { get; } = text;

    /// <summary>Written without quotes, so that an empty text or <c>null</c> means that nothing was written.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>As it stands in the file, with quotes, indents and escapes.</summary>
    public ReadOnlyMemory<char> Written { get; init; }

    public bool IsEmpty => Text.Length == 0 || (IsPlain && Text is "~" or "null" or "Null" or "NULL");

    public override string Called => IsEmpty ? "nothing" : "a single value";
}

internal sealed class YamlList(Place place, IReadOnlyList<YamlNode> items) : YamlNode(place)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Called => "a list";
}

internal sealed class YamlMap(Place place, IReadOnlyList<YamlEntry> entries) : YamlNode(place)
{
    private readonly Dictionary<string, YamlEntry> _byKey = entries.ToDictionary(entry => entry.Key);

    public static YamlMap Empty { get; } = new(Place.Start, []);

    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Called => "a mapping of keys";

    public YamlEntry? Entry(string key) => _byKey.GetValueOrDefault(key);
}

/// <summary>Something that was refused and reported; readers pass over it in silence.</summary>
internal sealed class YamlRefused(Place place) : YamlNode(place)
{
    public override string Called => "something refused";
}

internal sealed record YamlEntry(string Key, Place Place, YamlNode Value);
