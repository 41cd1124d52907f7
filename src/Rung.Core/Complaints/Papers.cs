using Rung.Core.Cases;

namespace Rung.Core.Complaints;

/// <summary>What may be sent along with a case: a letter that complains, scanned, or a screenshot of a fault. ESS-89.</summary>
public static class Papers
{
    /// <summary>The most bytes that one may have: a letter of many pages, scanned.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The media type of what nobody says anything of.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>The most that are sent at once.</summary>
    public const int Most = 10;

    /// <summary>The most bytes that all have together that are sent at once.</summary>
    public const int MostTogether = 25 * 1024 * 1024;

    private const int Megabyte = 1024 * 1024;

    /// <summary>The most bytes of files that a customer's people may have put on one case. S53</summary>
    public const long MostBytesOfCase = 100 * 1024 * 1024;

    /// <summary>Why a customer's people may put no more on a case; null: they may.</summary>
    /// <param name="kept">What is on it already.</param>
    public static Refusal? RefusesMore(IEnumerable<Paper> kept, IReadOnlyList<Paper> sent) =>
        sent.Count > 0 && kept.Concat(sent).Sum(paper => paper.Bytes) > MostBytesOfCase
            ? Invalid(
                $"With these the files of this case are more than {MostBytesOfCase / Megabyte} MB. Send the words without them, and say what the files would show."
            )
            : null;

    // What is opened by being looked at, and cannot run anything.
    private static readonly string[] Types = ["application/pdf", "image/jpeg", "image/png", "image/tiff", "text/plain"];

    /// <summary>What they may be, as a reader says it.</summary>
    public static string Kinds => "PDF, JPEG, PNG, TIFF or plain text";

    /// <summary>Why they cannot be kept; null: they can.</summary>
    public static Refusal? Refuses(IReadOnlyList<Paper> papers) =>
        papers.Count > Most
            ? Invalid(
                $"{papers.Count} files are more than the {Most} that can be sent at once: leave some out, or put them together."
            )
        : papers.Sum(paper => paper.Bytes) > MostTogether
            ? Invalid(
                $"The files have more than {MostTogether / Megabyte} MB together: leave some out, or send them with another message."
            )
        : papers.Select(Refuses).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Refuses(Paper paper) =>
        OneLine.Fault(paper.Name) is { } fault ? Invalid($"The name of a file {fault}")
        : !Types.Contains(paper.MediaType) ? Invalid(WrongKind(paper))
        : paper.Bytes < 1 ? Invalid($"“{OneLine.Start(paper.Name)}” is empty: scan or save it again.")
        : paper.Bytes > MostBytes
            ? Invalid(
                $"“{OneLine.Start(paper.Name)}” is larger than {MostBytes / Megabyte} MB: scan it in fewer pages or colours, or send a part of it."
            )
        : null;

    // A page knows no media type where the ending of the name says nothing; a program has said one.
    private static string WrongKind(Paper paper) =>
        $"“{OneLine.Start(paper.Name)}” cannot be taken: send it as {Kinds}"
        + (
            paper.MediaType == Unknown
                ? ". A photograph from a telephone goes as JPEG, a document as PDF."
                : $"; \"{OneLine.Start(paper.MediaType)}\" is none of {string.Join(", ", Types)}."
        );

    private static Refusal Invalid(string sentence) => new(RefusalCode.InvalidInput, sentence, "ESS-89");
}
