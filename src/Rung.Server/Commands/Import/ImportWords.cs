using Rung.Core.History;
using Rung.Core.History.Lines;

namespace Rung.Server.Commands.Import;

/// <summary>What the report calls things: a code for programs, a sentence for people.</summary>
internal static class ImportWords
{
    public static (string Code, string Says) Of(LineMeaning meaning) =>
        meaning switch
        {
            LineMeaning.Began => ("began", "a case begins"),
            LineMeaning.BeganInTheMiddle => ("began-in-the-middle", "first line of a case that had begun before"),
            LineMeaning.Changed => ("changed", "the state changes"),
            LineMeaning.Repeated => ("repeated", "the same state again"),
            LineMeaning.BackFromResolved => ("back-from-resolved", "worked on again after it was resolved"),
            LineMeaning.BackFromClosed => ("back-from-closed", "worked on again after it was closed"),
            LineMeaning.Noted => ("noted", "says nothing about the state; kept"),
            _ => throw new NotSupportedException($"No words for {meaning}."),
        };

    public static (string Code, string Says) Of(LineFate fate) =>
        fate switch
        {
            LineFate.Readable => ("readable", "can be read; not imported"),
            LineFate.Imported => ("imported", "new"),
            LineFate.AlreadyThere => ("already-there", "imported before; nothing changed"),
            LineFate.ReadOtherwise => ("read-otherwise", "imported before with another meaning, which stands"),
            LineFate.ToldOtherwise => (
                "told-otherwise",
                "of a case that the log told differently before, which stands"
            ),
            LineFate.Twice => ("twice", "the same line stands in the file before; kept once"),
            _ => throw new NotSupportedException($"No words for {fate}."),
        };

    public static (string Code, string Says) Refused { get; } = ("not-read", "see the reasons below");

    /// <summary>That there was something which nobody can see.</summary>
    public static string Unseen(long cells) =>
        $"Note: {TextLines.Count(cells, "cell")} had characters in them that nobody can see, or that turn the direction of writing; each is read as \uFFFD.";

    /// <summary>What a reader should know besides; empty: nothing.</summary>
    public static string Note(BookedLine line)
    {
        string[] notes =
        [
            .. line.IsOutOfOrder
                ? ["stands after a later line of its case; put in the order of time"]
                : Array.Empty<string>(),
            .. line.Change == ClockChange.Skipped
                ? ["the clocks skipped this time; read as later by the gap"]
                : Array.Empty<string>(),
            .. line.Change == ClockChange.TwiceAndLater
                ? ["this time came twice; read as the later, since the row before is past the earlier"]
                : Array.Empty<string>(),
            .. line.Change == ClockChange.Twice ? ["this time came twice; read as the earlier"] : Array.Empty<string>(),
        ];
        return string.Join("; ", notes);
    }
}
