using YamlDotNet.Core.Events;

namespace Rung.Core.Guides.Reading.Text;

/// <summary>The parts of YAML that a guide does without, since a reader of the file would be misled by them.</summary>
internal static class YamlRefusals
{
    public static void Report(ParsingEvent seen, Place place, Findings findings)
    {
        if (seen is AnchorAlias alias)
        {
            Add(findings, ProblemCode.YamlAlias, place, $"`*{alias.Value}` stands for something written elsewhere");
            return;
        }
        if (seen is not NodeEvent node)
        {
            return;
        }
        if (!node.Anchor.IsEmpty)
        {
            Add(
                findings,
                ProblemCode.YamlAnchor,
                place,
                $"the anchor `&{node.Anchor.Value}` is not part of the guide language"
            );
        }
        if (!node.Tag.IsEmpty)
        {
            Add(findings, ProblemCode.YamlTag, place, $"the tag `{node.Tag}` is not part of the guide language");
        }
    }

    /// <summary>The key's text, or null after a finding when it cannot be one.</summary>
    public static string? Key(YamlNode key, Dictionary<string, Place> seen, Findings findings)
    {
        if (key is not YamlScalar { Text: var text } || text.Length == 0)
        {
            if (key is not YamlRefused)
            {
                findings.Add(
                    ProblemCode.YamlKey,
                    key.Place,
                    $"{key.Called} cannot be a key",
                    "write a name before the colon"
                );
            }
            return null;
        }
        if (text == "<<")
        {
            Add(findings, ProblemCode.YamlMerge, key.Place, "the merge key `<<` is not part of the guide language");
            return null;
        }
        if (seen.TryAdd(text, key.Place))
        {
            return text;
        }
        findings.Add(
            ProblemCode.DuplicateKey,
            key.Place,
            $"`{text}` is already given on line {seen[text].Line}",
            "keep one of the two"
        );
        return null;
    }

    private static void Add(Findings findings, ProblemCode code, Place place, string what) =>
        findings.Add(code, place, what, "write out what is meant here");
}
