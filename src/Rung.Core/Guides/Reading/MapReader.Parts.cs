using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading;

/// <content>Parts within parts: mappings, lists of mappings, conditions, allowances.</content>
internal sealed partial class MapReader
{
    public T? Map<T>(string key, string thing, Func<MapReader, T> read)
        where T : class =>
        Find(key) is { } node && AsMap(key, node) is { } map ? Read(Context, map, thing, read) : null;

    /// <summary>A part that must be there; when it is not, what an empty one would give.</summary>
    public T RequiredMap<T>(string key, string thing, Func<MapReader, T> read) =>
        Require(key) is { } node && AsMap(key, node) is { } map
            ? Read(Context, map, thing, read)
            : Read(Context.Muted(), YamlMap.Empty, thing, read);

    public IReadOnlyList<T> List<T>(string key, string thing, Func<MapReader, T> read) =>
        ReadList(key, Find(key), thing, read);

    /// <summary>A list that must be there with at least one entry.</summary>
    public IReadOnlyList<T> RequiredList<T>(string key, string thing, Func<MapReader, T> read)
    {
        var node = Require(key);
        ReportEmpty(key, node, thing);
        return ReadList(key, node, thing, read);
    }

    /// <summary>The entries of a mapping whose keys are names that the author chose.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key, YamlNode? node) =>
        node is null ? [] : AsMap(key, node)?.Entries ?? [];

    public When When(string key) => Find(key) is { } node ? WhenReader.Read(this, key, node) : Guides.When.Everything;

    public When? OptionalWhen(string key) => Find(key) is { } node ? WhenReader.Read(this, key, node) : null;

    /// <summary>An allowance that counts in a calendar, which decides what a working day is.</summary>
    public Allowance Allowance(string key, string calendar) =>
        Require(key) is { } node ? AllowanceReader.Read(this, key, node, calendar) : new Allowance.None();

    public Allowance? OptionalAllowance(string key, string calendar) =>
        Find(key) is { } node ? AllowanceReader.Read(this, key, node, calendar) : null;

    /// <summary>One allowance, or a list of several, that must be there.</summary>
    public IReadOnlyList<Allowance> AllowanceList(string key, string calendar)
    {
        var node = Require(key);
        ReportEmpty(key, node, "an allowance");
        return node switch
        {
            null => [],
            YamlList list => [.. list.Items.Select(item => AllowanceReader.Read(this, key, item, calendar))],
            _ => [AllowanceReader.Read(this, key, node, calendar)],
        };
    }

    public YamlMap? AsMap(string key, YamlNode node)
    {
        if (node is YamlMap map)
        {
            return map;
        }
        if (node is YamlScalar { IsEmpty: true })
        {
            Scalar(key, node);
        }
        else if (node is not YamlRefused)
        {
            WrongType(key, node, "a mapping of keys");
        }
        return null;
    }

    private T[] ReadList<T>(string key, YamlNode? node, string thing, Func<MapReader, T> read)
    {
        if (node is YamlScalar { IsEmpty: true })
        {
            Scalar(key, node);
        }
        else if (node is not (null or YamlRefused or YamlList))
        {
            WrongType(key, node, "a list");
        }
        var items = node is YamlList list ? list.Items : [];
        return
        [
            .. items.Select(item => AsMap(key, item)).OfType<YamlMap>().Select(map => Read(Context, map, thing, read)),
        ];
    }
}
