namespace Rung.Core.Clocks;

/// <summary>What can happen by itself.</summary>
public enum DueRule
{
    /// <summary>So much of a target's allowance is left that the guide has somebody warned.</summary>
    Warning,

    /// <summary>A target is not met by its due; the event is stamped with the due itself. Semantics 2.</summary>
    Missed,

    /// <summary>A hold ends at the desk's opening. .</summary>
    HoldEnds,

    /// <summary>The customer is asked once more for the confirmation. ESS-52, A-09.</summary>
    Attempt,

    /// <summary>A resolved case closes. ESS-52, ESS-72.</summary>
    Closing,

    /// <summary>Contacts for the night are to be exchanged, as long before closing time as the guide says. ESS-49.</summary>
    Handover,

    /// <summary>A promise of an escalation is still open at its due. SMC-09.</summary>
    Promise,

    /// <summary>A call that is owed to the customer is not made in time. ESS-51.</summary>
    Call,

    /// <summary>A level of a ladder is entered by itself.</summary>
    Rise,

    /// <summary>The last level of a ladder is told again.</summary>
    Repeat,

    /// <summary>A ladder stands still from now on, or goes on.</summary>
    LadderTurns,
}
