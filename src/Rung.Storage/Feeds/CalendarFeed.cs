namespace Rung.Storage.Feeds;

/// <summary>Whose promises a calendar shows: what one of a customer was promised, or what somebody of the desk owes.</summary>
/// <param name="Customer">Id of the customer; empty: it is somebody of the desk.</param>
/// <param name="Person">Id of the contact; the name of who acts at the desk.</param>
public sealed record CalendarFeed(string Desk, string Customer, string Person);
