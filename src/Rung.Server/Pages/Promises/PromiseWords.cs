using Rung.Core.Escalations;
using Rung.Core.Promises;

namespace Rung.Server.Pages.Promises;

/// <summary>The kinds of promises as pages, reports and the command line call them, and what is done about each.</summary>
internal static class PromiseWords
{
    public static string Of(PromiseKind kind) =>
        kind switch
        {
            PromiseKind.Target => "Target",
            PromiseKind.Update => "Update",
            PromiseKind.Expectation => "Expectation",
            PromiseKind.LogBy => "Log-by of a mail",
            PromiseKind.CallBack => "Call-back",
            PromiseKind.PlannedContact => "Planned contact",
            PromiseKind.Call => "Call beside a message",
            PromiseKind.Attempt => "Contact attempt",
            PromiseKind.ReasonForOutage => "Reason for outage",
            PromiseKind.Handover => "Handover for the night",
            PromiseKind.ResolutionStep => "Step of the resolution plan",
            PromiseKind.NextStep => "Next step of an escalation",
            PromiseKind.Decision => "Decision on a request",
            PromiseKind.ComplaintAnswer => "Answer to a complaint",
            PromiseKind.Agreed => "Other agreed date",
            _ => throw new NotSupportedException($"No words for {kind}."),
        };

    /// <summary>The form of the case that keeps it, as its address names it; null: none alone does.</summary>
    public static string? FormOf(PromiseEntry entry) =>
        entry.Kind switch
        {
            PromiseKind.Target or PromiseKind.Expectation => "resolve",
            PromiseKind.Update => "reply",
            PromiseKind.CallBack => "call-back",
            PromiseKind.PlannedContact => "planned-contact",
            PromiseKind.Call => "call",
            PromiseKind.Attempt => "attempt",
            PromiseKind.ReasonForOutage => "rfo",
            PromiseKind.Handover => "night-contact",
            PromiseKind.ResolutionStep => "step-done",
            PromiseKind.NextStep when entry.Id == $"{PromiseFor.CallBackSettled}" => "agree-call-back",
            PromiseKind.NextStep => "engage",
            PromiseKind.Decision => "decide-escalation",
            PromiseKind.ComplaintAnswer => "answer-complaint",
            _ => null,
        };

    public static string Does(PromiseKind kind) =>
        kind switch
        {
            PromiseKind.Target or PromiseKind.Expectation => "Resolve",
            PromiseKind.Update => "Write",
            PromiseKind.LogBy => "Log it",
            PromiseKind.CallBack => "Call back",
            PromiseKind.PlannedContact => "Keep the contact",
            PromiseKind.Call => "Record the call",
            PromiseKind.Attempt => "Record the attempt",
            PromiseKind.ReasonForOutage => "Write it",
            PromiseKind.Handover => "Agree contacts",
            PromiseKind.ResolutionStep => "It is done",
            PromiseKind.NextStep => "Do it",
            PromiseKind.Decision => "Decide",
            PromiseKind.ComplaintAnswer => "Answer",
            _ => "Open the case",
        };
}
