namespace Rung.Server.Desk;

/// <summary>Which alert it is that monitoring sends.</summary>
/// <param name="Key">What it has in common with all others about the same thing, 1 to 200 characters; of its sender.</param>
public sealed record RaisedAlert(string Key, AlertState State = AlertState.Raised);

/// <summary>What an alert says.</summary>
public enum AlertState
{
    /// <summary>Something is wrong.</summary>
    Raised,

    /// <summary>It is over; a person decides whether it is solved.</summary>
    Cleared,
}
