namespace Rung.Core.Guides.Reading;

/// <summary>The names a guide gives and uses; once all is read, uses without a name are reported.</summary>
internal sealed class Names(Findings findings)
{
    private readonly Dictionary<(NameKind, string Scope, string Id), Place> _given = [];
    private readonly Dictionary<NameKind, HashSet<string>> _known = [];
    private readonly List<(NameKind Kind, string Id, Place Place)> _used = [];
    private readonly HashSet<string> _doubtful = [];

    /// <param name="scope">The list within which the id must be its own.</param>
    public void Define(NameKind kind, string id, Place place, string scope = "")
    {
        if (!_given.TryAdd((kind, scope, id), place))
        {
            findings.Add(
                ProblemCode.DuplicateId,
                place,
                $"the {kind.Called()} `{Shown(id)}` already exists on line {_given[(kind, scope, id)].Line}",
                "give one of the two another id"
            );
        }
        Known(kind).Add(id);
    }

    /// <summary>A name that may be given any number of times.</summary>
    public void Mention(NameKind kind, string id) => Known(kind).Add(id);

    public void Use(NameKind kind, string id, Place place) => _used.Add((kind, id, place));

    /// <summary>Names of this section could not be read; that one is missing is then no news.</summary>
    public void Doubt(string section) => _doubtful.Add(section);

    public void ReportDangling()
    {
        foreach (var (kind, id, place) in _used)
        {
            if (!Known(kind).Contains(id) && !_doubtful.Contains(kind.Section()) && HasOwner(kind, id))
            {
                Report(kind, id, place);
            }
        }
    }

    private void Report(NameKind kind, string id, Place place)
    {
        var nearest = findings.Nearest(Shown(id), Known(kind).Where(name => Owner(name) == Owner(id)).Select(Shown));
        findings.Add(
            ProblemCode.DanglingReference,
            place,
            $"there is no {kind.Called()} `{Shown(id)}`",
            nearest is null ? $"add it to `{kind.Section()}`, or name one that is there" : $"write `{nearest}`"
        );
    }

    private HashSet<string> Known(NameKind kind)
    {
        if (!_known.TryGetValue(kind, out var known))
        {
            _known[kind] = known = [];
        }
        return known;
    }

    // An option of a question that is missing itself is no second problem.
    private bool HasOwner(NameKind kind, string id) =>
        kind != NameKind.Option || Known(NameKind.Question).Contains(Owner(id)[..^1]);

    // An option is known as question/option.
    private static string Shown(string id) => id[(id.IndexOf('/') + 1)..];

    private static string Owner(string id) => id[..(id.IndexOf('/') + 1)];
}
