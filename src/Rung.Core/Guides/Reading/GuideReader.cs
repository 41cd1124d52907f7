using System.Security.Cryptography;
using System.Text;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <summary>
/// Turns the file of a guide into a <see cref="Guide"/>, or into all of its problems at once. Total: any input gives an
/// answer, soon, and never an exception. Source: <c>docs/guide-language.md</c>.
/// </summary>
public static class GuideReader
{
    /// <summary>The version of the guide language that is understood.</summary>
    public const string Language = "1";

    /// <summary>Reads a guide from its text, as if it were saved as UTF-8.</summary>
    /// <param name="path">Named in the answer only; nothing is opened.</param>
    public static GuideReading Read(string path, string yaml, HolidayLibrary holidays) =>
        Read(path, Encoding.UTF8.GetBytes(yaml), holidays);

    /// <summary>Reads a guide from the bytes of its file: UTF-8, at most 2 MiB.</summary>
    /// <param name="path">Named in the answer only; nothing is opened.</param>
    public static GuideReading Read(string path, ReadOnlySpan<byte> file, HolidayLibrary holidays)
    {
        var findings = new Findings();
        var root = Root(file, findings);
        if (root is null || !Speaks(root, findings))
        {
            return new GuideReading(path, null, findings.InOrder());
        }
        var context = new ReadingContext(findings, holidays);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var guide = MapReader.Read(context, root, "a guide", top => GuideSections.Read(top, hash));
        context.Names.ReportDangling();
        return new GuideReading(path, findings.HasErrors ? null : guide, findings.InOrder())
        {
            Draft = new GuideDraft(guide, root, context),
        };
    }

    private static YamlMap? Root(ReadOnlySpan<byte> file, Findings findings)
    {
        if (GuideBytes.Decode(file, findings) is not { } text || !CharacterScreen.Passes(text, findings))
        {
            return null;
        }
        var root = YamlTree.Read(text, findings);
        if (root is not (null or YamlMap or YamlRefused))
        {
            findings.Add(
                ProblemCode.WrongType,
                root.Place,
                $"the file is {root.Called}, not a guide",
                "begin with `rung: 1`"
            );
        }
        return root as YamlMap;
    }

    // Another version of the language may use the same keys otherwise, so nothing more is said about such a file.
    private static bool Speaks(YamlMap root, Findings findings)
    {
        var version = root.Entry("rung");
        if (version?.Value is YamlScalar { Text: Language })
        {
            return true;
        }
        findings.Add(
            ProblemCode.UnsupportedLanguage,
            version?.Value.Place ?? root.Place,
            version?.Value is YamlScalar { IsEmpty: false } other
                ? $"`{other.Text}` is not a version of the guide language that this Rung reads"
                : "the file does not say which version of the guide language it is in",
            $"write `rung: {Language}`"
        );
        return version is null;
    }
}
