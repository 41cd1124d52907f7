namespace Rung.Core.Time;

/// <summary>How much a finding in a holiday file weighs.</summary>
public enum HolidayFindingKind
{
    /// <summary>Worth knowing, nothing to mend.</summary>
    Note,

    /// <summary>A surprising day: read as written, but somebody should look.</summary>
    Warning,

    /// <summary>Not readable; the file gives no holidays until this is mended.</summary>
    Error,
}

/// <summary>One thing found in a holiday file.</summary>
/// <param name="Line">Line in the file, counted from 1; the BEGIN line of the event where an event as a whole is meant.</param>
/// <param name="Kind">Its weight.</param>
/// <param name="Code">Stable code, for example <c>holiday-duplicate</c>.</param>
/// <param name="Message">What is wrong and how to mend it, one or two sentences.</param>
public sealed record HolidayFileFinding(int Line, HolidayFindingKind Kind, string Code, string Message);

/// <summary>What <see cref="HolidayFile.Read"/> made of a file: every finding at once, in the order of lines.</summary>
/// <param name="Holidays">The days, or null when a finding is an error.</param>
/// <param name="Findings">Errors, warnings and notes.</param>
public sealed record HolidayFileResult(HolidaySet? Holidays, IReadOnlyList<HolidayFileFinding> Findings)
{
    /// <summary>True when the file gave holidays; warnings may still be there.</summary>
    public bool Ok => Holidays is not null;
}
