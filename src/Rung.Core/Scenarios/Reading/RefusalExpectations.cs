using Rung.Core.Cases;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Scenarios.Running;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Expectation that the step's act is refused: by its code alone, or with requirement, paragraph and words. Where none is
/// expected, a refusal fails the step.
/// </summary>
internal static class RefusalExpectations
{
    /// <summary>The key; the runner looks for it to know whether a refusal is expected.</summary>
    public const string Key = "refused";

    private static readonly Dictionary<string, RefusalCode> Codes = Enum.GetValues<RefusalCode>()
        .ToDictionary(code => code.Text());

    public static IEnumerable<Expectation> Read(MapReader map)
    {
        var node = map.Find(Key);
        if (node is YamlMap)
        {
            return map.Map(Key, "a refusal", refusal => Parts(refusal).ToArray()) ?? [];
        }
        return map.Scalar(Key, node) is { } code ? [Code(map, code)] : [];
    }

    private static IEnumerable<Expectation> Parts(MapReader map)
    {
        if (map.Scalar("code", map.Require("code")) is { } code)
        {
            yield return Code(map, code);
        }
        if (map.Scalar("rule", map.Find("rule")) is { } rule)
        {
            yield return new Expectation(
                rule.Place.Line,
                $"{Key}.rule",
                rule.Text,
                seen => seen.Refusal?.Rule ?? "none"
            );
        }
        if (map.Scalar("cite", map.Find("cite")) is { } cite)
        {
            map.Context.Names.Use(NameKind.Paragraph, cite.Text, cite.Place);
            yield return new Expectation(
                cite.Place.Line,
                $"{Key}.cite",
                cite.Text,
                seen => seen.Refusal?.Cite ?? "none"
            );
        }
        foreach (var says in map.Texts("says"))
        {
            yield return new Expectation(
                map.PlaceOf("says").Line,
                $"{Key}.says",
                says,
                seen =>
                    seen.Refusal is not { } refusal ? "not refused"
                    : refusal.Sentence.Contains(says, StringComparison.Ordinal) ? says
                    : refusal.Sentence
            );
        }
    }

    private static Expectation Code(MapReader map, YamlScalar code)
    {
        if (!Codes.ContainsKey(code.Text))
        {
            map.UnknownWord(code, [.. Codes.Keys.Order()]);
        }
        return new Expectation(
            code.Place.Line,
            Key,
            code.Text,
            seen => seen.Refusal is { } refusal ? refusal.Code.Text() : "not refused"
        );
    }
}
