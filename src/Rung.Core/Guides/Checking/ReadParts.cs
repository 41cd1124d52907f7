using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Which parts of a file were read without errors. What a check says about another would only be an echo; an error that
/// leaves the values whole, such as a key that means nothing, stands in no check's way.
/// </summary>
internal sealed class ReadParts
{
    // Begins a step into a list; no key that is not quoted can begin so.
    private const char Item = '#';

    private readonly YamlMap _root;
    private readonly List<string[]> _lost;

    public ReadParts(GuideReading reading, GuideDraft draft)
    {
        _root = draft.Root;
        _lost =
        [
            .. GuideSections.Required.Where(key => _root.Entry(key) is null).Select(key => new[] { key }),
            .. draft.Context.NotGiven.Select(one => (string[])[.. PathTo(one.Map.Place, isKey: false), one.Key]),
            .. reading.Problems.Where(LosesValue).Select(problem => PathToLoss(problem)),
        ];
    }

    /// <param name="part">Keys with dots between them, of lists without the number: <c>targets.times.when</c>.</param>
    /// <returns>Whether nothing within it, and nothing around it, failed to be read.</returns>
    public bool AreSound(string part) => AreSound(part.Split('.'));

    /// <summary>The same of a calendar, whose id is its key.</summary>
    public bool IsSoundCalendar(string id) => AreSound(["calendars", id]);

    /// <returns>Whether all of it was read as far as it could be told apart: every item of a list at least in part.</returns>
    public bool IsThere(string part)
    {
        var path = part.Split('.');
        return !_lost.Select(WithoutNumbers).Any(lost => lost.Length <= path.Length && Meet(lost, path));
    }

    /// <summary>What was lost in the value of a key, as the steps below it; no steps: it is the value itself.</summary>
    public IEnumerable<string[]> LostIn(YamlMap map, string key)
    {
        string[] path = [.. PathTo(map.Place, isKey: false), key];
        return _lost.Where(lost => Meet(lost, path)).Select(lost => lost.Skip(path.Length).ToArray());
    }

    /// <summary>False for a finding at a value that was not read, unless it is a mere notice.</summary>
    public bool IsWorthSaying(GuideProblem finding) =>
        finding.Severity == Severity.Notice || !_lost.Any(lost => Meet(lost, PathTo(PlaceOf(finding), isKey: true)));

    private bool AreSound(string[] path) => !_lost.Select(WithoutNumbers).Any(lost => Meet(lost, path));

    // Of keys that exclude each other it is the mapping that says nothing.
    private string[] PathToLoss(GuideProblem problem) =>
        PathTo(PlaceOf(problem), isKey: problem.Code != ProblemCode.OneOf);

    // The keys concerned are in NotGiven.
    private static bool LosesValue(GuideProblem problem) =>
        problem.Severity == Severity.Error && problem.Code is not (ProblemCode.UnknownKey or ProblemCode.MissingKey);

    private static bool Meet(string[] one, string[] other)
    {
        var length = Math.Min(one.Length, other.Length);
        return one.AsSpan(0, length).SequenceEqual(other.AsSpan(0, length));
    }

    private static string[] WithoutNumbers(string[] path) => [.. path.Where(step => !step.StartsWith(Item))];

    private static Place PlaceOf(GuideProblem problem) => new(problem.Line, problem.Column);

    /// <param name="isKey">Whether the place of a mapping is that of its first key; otherwise it is the mapping.</param>
    private string[] PathTo(Place place, bool isKey)
    {
        var path = new List<string>();
        YamlNode? node = _root;
        while (node is not null && (isKey || node.Place != place || node is not YamlMap))
        {
            node = Step(node, place, path);
        }
        return [.. path];
    }

    private static YamlNode? Step(YamlNode node, Place place, List<string> path)
    {
        if (node is YamlMap map && map.Entries.LastOrDefault(entry => !entry.Place.IsAfter(place)) is { } entry)
        {
            path.Add(entry.Key);
            return entry.Value.Place.IsAfter(place) ? null : entry.Value;
        }
        if (node is YamlList list)
        {
            var index = list.Items.Count(item => !item.Place.IsAfter(place)) - 1;
            if (index >= 0)
            {
                path.Add($"{Item}{index}");
                return list.Items[index];
            }
        }
        return null;
    }
}
