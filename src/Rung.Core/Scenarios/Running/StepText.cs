using Rung.Core.Cases;
using Rung.Core.Wording;

namespace Rung.Core.Scenarios.Running;

/// <summary>A step and what came of it, in words.</summary>
internal static class StepText
{
    private const int MostTold = 50;

    /// <summary>"Wed 30 Dec 2026 11:00 GMT, Agent: hold".</summary>
    public static string Of(SimulatedDesk desk, Step step, string? alias)
    {
        var does = step.Act is { } act ? $", {step.By.Name}: {act.Name}" : "";
        var about = alias is null || desk.Cases.Count < 2 ? "" : $" ({alias})";
        return $"{Shown.At(step.At, desk.Guide.DeskCalendar.Zone)}{does}{about}";
    }

    /// <summary>"refused: raise-window-over — The time for … (ESS-43)".</summary>
    public static string Of(Refusal refusal) =>
        $"refused: {refusal.Code.Text()} — {refusal.Sentence}{(refusal.Rule is null ? "" : $" ({refusal.Rule})")}";

    /// <summary>The case as it stands: its clock's ledger, and what happened since the step before. Or the mail.</summary>
    public static string Explain(Observation seen) =>
        $"{(seen.Mail is { } mail ? Explain(seen, mail) : "")}{(seen.Case is { } one ? Explain(seen, one) : "")}";

    private static string Explain(Observation seen, SimulatedMail mail)
    {
        var logged =
            mail.Case is { } made ? $"logged as {made}"
            : seen.LogBy is { } clock ? $"to be logged by {Shown.At(clock.Reading.Due, seen.Zone)}"
            : "waits to be logged";
        return $"Mail ({mail.Alias}): came {Shown.At(mail.ReceivedAt, seen.Zone)}, counts from "
            + $"{Shown.At(mail.EffectiveAt, seen.Zone)}, {logged}.\n";
    }

    private static string Explain(Observation seen, SimulatedCase one)
    {
        var desk = seen.Desk;
        var zone = seen.Zone;
        var state = one.State;
        var condition =
            desk.Guide.Conditions.FirstOrDefault(words => words.Condition == state.Condition)?.Name
            ?? $"{state.Condition}";
        var text =
            $"{state.Reference} ({one.Alias}): {condition}, {(state.Priority is null ? "without priority" : $"priority {state.Priority}")}.\n";
        text += seen.PrimaryLedger is { } ledger ? LedgerText.Of(desk.Guide, state, ledger) : "No clock runs.\n";
        text += one.FreshEvents.Count switch
        {
            0 => "Nothing happened since the step before.\n",
            > MostTold and var all => $"Since the step before, the last {MostTold} of {all}:\n",
            _ => "Since the step before:\n",
        };
        foreach (var happened in one.FreshEvents.TakeLast(MostTold))
        {
            text +=
                $"  {Say.AtWithZone(happened.At, zone)}  {happened.By.Name}: {EventText.Of(desk.Guide, happened)}\n";
        }
        foreach (var mail in one.FreshMails.TakeLast(MostTold))
        {
            text += $"  mail \"{mail.Rule}\" to {mail.To ?? mail.Audience.Role ?? "nobody"}: {mail.Subject}\n";
        }
        return text;
    }
}
