namespace Rung.Core.Guides.Reading;

/// <summary>What came of reading a file: a guide, or everything that stands in its way.</summary>
/// <param name="Path">The file's name as the caller gave it, for messages.</param>
/// <param name="Guide">Null when a problem is an error.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record GuideReading(string Path, Guide? Guide, IReadOnlyList<GuideProblem> Problems)
{
    /// <summary>What could be read in spite of errors, and where it stands; null when the file has no shape at all.</summary>
    internal GuideDraft? Draft { get; init; }
}

/// <param name="Guide">Harmless values stand where the file gave nothing usable.</param>
internal sealed record GuideDraft(Guide Guide, Text.YamlMap Root, ReadingContext Context);
