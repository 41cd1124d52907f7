using NodaTime;

namespace Rung.Core.Time.HolidayFiles;

/// <summary>A whole-day event of a holiday file.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Name">Its summary; empty when it has none.</param>
/// <param name="Dates">The dates it covers, in order.</param>
/// <param name="Length">Days of one occurrence.</param>
/// <param name="NeverMoved">The file says that this day gives no substitute when it falls on a weekend.</param>
internal sealed record HolidayEvent(int Line, string Name, IReadOnlyList<LocalDate> Dates, int Length, bool NeverMoved)
{
    public bool IsSubstitute => Name.Contains("substitute", StringComparison.OrdinalIgnoreCase);
}
