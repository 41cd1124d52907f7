using System.Runtime.InteropServices;

namespace Rung.Core.Time;

/// <summary>Why a question about time has no answer.</summary>
public enum ReckoningProblem : byte
{
    /// <summary>There is an answer.</summary>
    None,

    /// <summary>The calendar has no open hour, or none left on the side asked about.</summary>
    NeverOpen,

    /// <summary>The question or its answer lies outside the years 1900 to 2200 (UTC), or a closing never comes.</summary>
    OutOfRange,

    /// <summary>The allowance sets no due time by itself: none, or a date agreed on the case.</summary>
    NoDue,
}

/// <summary>What should be said beside an answer.</summary>
public enum CalendarNote : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The question touched a year without holiday data, computed as if it had no holidays.</summary>
    BeyondHolidayData,
}

/// <summary>An answer, or why there is none. Never an exception, never an allocation.</summary>
/// <param name="Value">The answer; the default of its type when there is a problem.</param>
/// <param name="Problem">Why there is no answer.</param>
/// <param name="Note">What should be said beside the answer.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Reckoning<T>(T Value, ReckoningProblem Problem, CalendarNote Note)
    where T : struct
{
    /// <summary>An answer without a note.</summary>
    public Reckoning(T value)
        : this(value, ReckoningProblem.None, CalendarNote.None) { }

    /// <summary>True when <see cref="Value"/> is the answer.</summary>
    public bool Ok => Problem == ReckoningProblem.None;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message is a sentence that says why.</exception>
    public T Require() => Ok ? Value : throw new InvalidOperationException(Problem.Sentence());
}
