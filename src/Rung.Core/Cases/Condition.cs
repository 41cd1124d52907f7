namespace Rung.Core.Cases;

/// <summary>Where a live case stands; the guide gives each its words. ESS-69 to ESS-74.</summary>
public enum Condition
{
    /// <summary>Not yet assigned to an engineer. ESS-69.</summary>
    Open,

    /// <summary>An engineer is progressing it. ESS-70.</summary>
    Assigned,

    /// <summary>Waiting for the customer or for information. ESS-71.</summary>
    OnHold,

    /// <summary>Resolved; confirmation not required; closes shortly by itself. ESS-72.</summary>
    Resolved,

    /// <summary>Resolved; waiting for the customer's confirmation. ESS-73.</summary>
    ResolvedToConfirm,

    /// <summary>Closed for good. ESS-74, ESS-53.</summary>
    Closed,
}
