using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;

namespace Rung.Core.Complaints;

/// <summary>What may be sent along with a case: a letter that complains, scanned, or a screenshot of a fault. ESS-89.</summary>
public static class Papers
{
    /// <summary>The most bytes that one may have: a letter of many pages, scanned.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The most that are sent at once.</summary>
    public const int Most = 10;

    // What is opened by being looked at, and cannot run anything.
    private static readonly string[] Types = ["application/pdf", "image/jpeg", "image/png", "image/tiff", "text/plain"];

    /// <summary>Why they cannot be kept; null: they can.</summary>
    public static Refusal? Refuses(IReadOnlyList<Paper> papers) =>
        papers.Count > Most
            ? new Refusal(RefusalCode.InvalidInput, $"More than {Most} papers: put them together into fewer files.")
            : papers.Select(Refuses).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Refuses(Paper paper) =>
        Decision.NeedsName(paper.Name, "The paper's name")
        ?? (
            !Types.Contains(paper.MediaType)
                ? Invalid(
                    $"A file that is sent is a picture, a scan or a text, not \"{OneLine.Start(paper.MediaType)}\": give one of {string.Join(", ", Types)}."
                )
            : paper.Bytes < 1 ? Invalid("The file is empty: scan or save it again.")
            : paper.Bytes > MostBytes
                ? Invalid(
                    $"The file is larger than {MostBytes / 1024 / 1024} MB: scan it in fewer pages or colours, or send a part of it."
                )
            : null
        );

    private static Refusal Invalid(string sentence) => new(RefusalCode.InvalidInput, sentence, "ESS-89");
}
