namespace Rung.Server.Pages.Calendar;

/// <summary>Somebody's own calendar of promises: whether there is an address, and once what it is.</summary>
/// <param name="Here">Where its forms go.</param>
/// <param name="What">What stands in the calendar, a sentence.</param>
public sealed record CalendarView(string Here, string What)
{
    public required bool HasAddress { get; init; }

    /// <summary>The address that was just made; null: it is not shown again.</summary>
    public string? Address { get; init; }
}
