using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <summary>Where in the file each part of the guide was read.</summary>
internal sealed class Places
{
    private readonly Dictionary<object, YamlMap> _maps = new(ReferenceEqualityComparer.Instance);

    public void Put(object part, YamlMap map) => _maps[part] = map;

    /// <summary>Where the part begins.</summary>
    public Place Of(object part) => _maps.TryGetValue(part, out var map) ? map.Place : Place.Start;

    /// <summary>Where the part's key is, or the part itself when it has no such key.</summary>
    public Place Of(object part, string key) =>
        _maps.TryGetValue(part, out var map) ? map.Entry(key)?.Place ?? map.Place : Place.Start;

    public YamlMap? Map(object part) => _maps.GetValueOrDefault(part);
}
