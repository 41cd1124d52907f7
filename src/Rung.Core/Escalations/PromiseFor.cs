using Rung.Core.Promises;

namespace Rung.Core.Escalations;

/// <summary>What a promise of an escalation is about.</summary>
public enum PromiseFor
{
    /// <summary>The call that was agreed with the customer. SMC-08.</summary>
    CallBack,

    /// <summary>One slot of the communication plan. SMC-13.</summary>
    PlannedContact,

    /// <summary>The reason for outage, by the date agreed when the escalation ended. S-07.</summary>
    Rfo,

    /// <summary>A step of the resolution plan. SMC-40.</summary>
    ResolutionStep,

    /// <summary>The answer to a request to escalate, where the guide has it decided.</summary>
    Decision,

    /// <summary>The full answer to a complaint after a holding reply. ESS-92.</summary>
    ComplaintFollowUp,

    /// <summary>An answer to the customer who asked how things stand. ESS-78.</summary>
    UpdateRequest,

    /// <summary>The post that is next is reached. SMC-10, A-19.</summary>
    PostReached,

    /// <summary>A call-back is settled with the customer, who rang and has none. SMC-08, S-09.</summary>
    CallBackSettled,
}

/// <summary>To whom promises are owed.</summary>
public static class PromiseSides
{
    /// <summary>Whether it is owed inside the provider, and no customer is told of it.</summary>
    public static bool IsInside(this PromiseFor what) => PromiseEntry.Inside.Contains(EscalationPromises.KindOf(what));

    /// <summary>Whether nobody agreed it: the escalation itself waits for it.</summary>
    public static bool IsNextStep(this PromiseFor what) => what is PromiseFor.PostReached or PromiseFor.CallBackSettled;
}

/// <summary>What is done, and by whom. SMC-40.</summary>
/// <param name="Number">From 1.</param>
public sealed record ResolutionStep(int Number, string What, string Who);
