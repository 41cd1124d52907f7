using System.Text.Json.Nodes;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>
/// What the desk has, by the name that its own answers give it: ids of the guide's kinds, references of cases, numbers of mails.
/// What is answered is learned from, so that requests reach what earlier ones made.
/// </summary>
internal sealed class DeskWords(string desk)
{
    private const int MostOfOneName = 400;

    private static readonly string[] Plain =
    [
        "Head teacher",
        "It is back, thank you",
        "Looked at and put right",
        "0",
        "Zoë O'Hara 💥",
    ];

    private readonly SortedDictionary<string, List<string>> _known = new(StringComparer.Ordinal);

    public string Desk => desk;

    /// <param name="under">The name that it stood under.</param>
    public void Learn(JsonNode? node, string under)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var (name, value) in parts)
                {
                    // An id is of the list that it stands in: kinds, customers.
                    Learn(value, name == "id" ? under : name);
                }
                break;
            case JsonArray items:
                items.ToList().ForEach(item => Learn(item, under));
                break;
            case JsonValue value when value.ToString() is { Length: > 0 and <= 80 } text:
                Add(under, text);
                break;
        }
    }

    public string Any(string name, Random dice) =>
        _known.TryGetValue(name, out var known) ? known[dice.Next(known.Count)] : Plain[dice.Next(Plain.Length)];

    public bool Has(string name, string word) => All(name).Contains(word);

    public IReadOnlyList<string> All(string name) => _known.GetValueOrDefault(name) ?? [];

    /// <summary>Something that may stand under a name: mostly one of what the guide or the desk has by it.</summary>
    public string For(string member, Random dice)
    {
        var fitting = dice.Next(12) == 0 ? [] : Fitting(member);
        return fitting.Count == 0 ? Plain[dice.Next(Plain.Length)] : Any(fitting[dice.Next(fitting.Count)], dice);
    }

    // The hold reasons are under holdReasons; what a caller names is a reason.
    private List<string> Fitting(string member)
    {
        var plural = member.EndsWith('y') ? $"{member[..^1]}ies" : $"{member.TrimEnd('s')}s";
        var lists = _known.Keys.Where(name => name.EndsWith(plural, StringComparison.OrdinalIgnoreCase)).ToList();
        return lists.Count > 0 ? lists
            : _known.ContainsKey(member) ? [member]
            : [];
    }

    private void Add(string name, string text)
    {
        if (!_known.TryGetValue(name, out var known))
        {
            _known[name] = known = [];
        }
        if (known.Count < MostOfOneName && !known.Contains(text))
        {
            known.Add(text);
        }
    }
}
