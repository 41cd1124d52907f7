using NodaTime;
using Rung.Core.Cases;

namespace Rung.Core.History.Lines;

/// <summary>A row of a log as it was read.</summary>
/// <param name="Line">Line of the file on which it begins, counted from 1.</param>
/// <param name="Case">The case's own reference; empty when the row has none.</param>
public abstract record LogRow(long Line, string Case)
{
    /// <param name="Lines">One for a row that is a change of state; one for each moment of a row that is a case.</param>
    public sealed record Read(long Line, string Case, IReadOnlyList<ReadLine> Lines) : LogRow(Line, Case)
    {
        /// <summary>Null: the log has no such column, or the cell says nothing.</summary>
        public string? Subject { get; init; }

        /// <summary>In the log's words; null as for the subject.</summary>
        public string? Customer { get; init; }
    }

    /// <param name="Why">What is wrong, as a sentence without its full stop; where there is a value, what that is: "not a time …".</param>
    public sealed record Refused(long Line, string Case, string Column, string Why) : LogRow(Line, Case)
    {
        /// <summary>What stands in the cell, cut short; null where the reason says all.</summary>
        public string? Value { get; init; }

        /// <summary>"'soon' is not a time written as iso".</summary>
        public string Sentence => Value is null ? Why : $"'{Value}' is {Why}";
    }
}

/// <param name="Change">Whether the wall time was in doubt.</param>
public readonly record struct ReadLine(Imported Event, ClockChange Change)
{
    /// <summary>When the wall clock showed the line's time once more; null: it did not.</summary>
    public Instant? Later { get; init; }

    /// <summary>The line at the later of its two times where only that one is not before a moment; else as it is.</summary>
    public ReadLine NotBefore(Instant moment) =>
        Later is { } later && Event.At < moment && later >= moment
            ? new(Event with { At = later }, ClockChange.TwiceAndLater)
            : this;
}
