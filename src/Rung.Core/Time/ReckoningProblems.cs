namespace Rung.Core.Time;

/// <summary>What problems are called by people.</summary>
public static class ReckoningProblems
{
    /// <summary>The problem as one sentence; empty for <see cref="ReckoningProblem.None"/>.</summary>
    public static string Sentence(this ReckoningProblem problem) =>
        problem switch
        {
            ReckoningProblem.None => "",
            ReckoningProblem.NeverOpen => "The calendar has no open hour left to count.",
            ReckoningProblem.OutOfRange => "Calendars answer for the years 1900 to 2200, and this leads outside them.",
            ReckoningProblem.NoDue => "This allowance sets no due time by itself.",
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
        };
}
