using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <summary>
/// Reads the keys of one mapping. Every reading answers something harmless when the file gives nothing usable, after the
/// problem was noted; so a section reads on and all problems come out at once.
/// </summary>
internal sealed partial class MapReader
{
    // A file with more wrong keys than this is something else than a guide with typing mistakes.
    private const int MostCompared = 50;

    private readonly YamlMap _map;
    private readonly string _thing;
    private readonly HashSet<string> _asked = [];
    private readonly HashSet<string> _required = [];
    private readonly List<string[]> _choices = [];

    private MapReader(ReadingContext context, YamlMap map, string thing) =>
        (Context, _map, _thing) = (context, map, thing);

    public ReadingContext Context { get; }

    /// <summary>Where the mapping begins.</summary>
    public Place Place => _map.Place;

    private Findings Findings => Context.Findings;

    /// <summary>Reads a mapping with <paramref name="read"/>, then reports keys that nothing asked for.</summary>
    /// <param name="thing">What the mapping describes, with its article: "a route".</param>
    public static T Read<T>(ReadingContext context, YamlMap map, string thing, Func<MapReader, T> read)
    {
        var reader = new MapReader(context, map, thing);
        var result = read(reader);
        reader.ReportKeys();
        context.Asked[map] = new AskedKeys(reader._asked, reader._required);
        if (result is not null and not string)
        {
            context.Places.Put(result, map);
        }
        return result;
    }

    public bool Has(string key) => _map.Entry(key) is not null;

    /// <summary>Where the value of a key is; the mapping itself when the key is not there.</summary>
    public Place PlaceOf(string key) => _map.Entry(key)?.Value.Place ?? _map.Place;

    /// <summary>Where one of the braces in a text is, counted from 0; the text itself when it cannot be told.</summary>
    public Place PlaceOfBrace(string key, int brace)
    {
        if (_map.Entry(key)?.Value is not YamlScalar { Written.Span: var written } scalar)
        {
            return PlaceOf(key);
        }
        var (line, column) = (scalar.Place.Line, scalar.Place.Column);
        foreach (var letter in written)
        {
            if (letter is '{' or '}' && brace-- == 0)
            {
                return new Place(line, column);
            }
            (line, column) = letter == '\n' ? (line + 1, 1) : (line, column + 1);
        }
        return scalar.Place;
    }

    /// <summary>The value of a key, noting that the key is known.</summary>
    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _map.Entry(key)?.Value;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlNode? Require(string key)
    {
        _required.Add(key);
        return Find(key);
    }

    /// <summary>The one of several keys that is given; null, after a problem was noted, unless it is exactly one.</summary>
    public string? OneOf(params string[] keys)
    {
        foreach (var key in keys)
        {
            Find(key);
        }
        var given = Given(keys);
        if (given.Length == 1)
        {
            return given[0];
        }
        _choices.Add(keys);
        return null;
    }

    // A mistyped required key is one problem, not two.
    private void ReportKeys()
    {
        var unknown = _map.Entries.Where(entry => !_asked.Contains(entry.Key)).ToArray();
        var meant = unknown.Take(MostCompared).Select(entry => NearestFree(entry.Key)).ToArray();
        for (var index = 0; index < unknown.Length; index++)
        {
            ReportUnknown(unknown[index], meant.ElementAtOrDefault(index));
        }
        foreach (var key in _required.Where(key => !Has(key) && !meant.Contains(key)))
        {
            Context.Names.Doubt(key);
            Context.NotGiven.Add((_map, key));
            Findings.Add(ProblemCode.MissingKey, Place, $"{_thing} needs `{key}`", $"add `{key}`");
        }
        foreach (var keys in _choices.Where(keys => !keys.Any(meant.Contains)))
        {
            ReportChoice(keys, Given(keys));
        }
    }

    private string[] Given(string[] keys) => [.. _map.Entries.Select(entry => entry.Key).Where(keys.Contains)];

    private void ReportChoice(string[] keys, string[] given)
    {
        if (given.Length == 0)
        {
            Findings.Add(ProblemCode.OneOf, Place, $"{_thing} needs one of {Words.Listed(keys)}", "add one of them");
            return;
        }
        Findings.Add(
            ProblemCode.OneOf,
            _map.Entry(given[1])!.Place,
            $"{_thing} can have only one of {Words.Listed(given)}",
            "keep one of them"
        );
    }

    private void ReportUnknown(YamlEntry entry, string? nearest)
    {
        Findings.Add(
            ProblemCode.UnknownKey,
            entry.Place,
            $"`{Short(entry.Key)}` is not a key of {_thing}",
            nearest is null ? $"delete it; the keys are {Words.Listed(_asked.Order())}" : $"write `{nearest}`"
        );
        if (nearest is not null)
        {
            Context.Names.Doubt(nearest);
            Context.NotGiven.Add((_map, nearest));
        }
    }

    private string? NearestFree(string typed) => Nearest.To(typed, _asked.Where(key => !Has(key)));
}
