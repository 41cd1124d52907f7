namespace Rung.Storage.Customers;

/// <summary>Whether the desk still serves them.</summary>
public enum Presence
{
    /// <summary>Customers who are served, by people who are there.</summary>
    Present,

    /// <summary>Customers and people who left.</summary>
    Left,
}
