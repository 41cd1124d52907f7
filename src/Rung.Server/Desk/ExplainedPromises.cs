namespace Rung.Server.Desk;

/// <summary>Which promises of a case are explained beside its clocks.</summary>
public enum ExplainedPromises
{
    /// <summary>What is still to be done.</summary>
    Owed,

    /// <summary>All that was ever promised on it.</summary>
    All,
}
