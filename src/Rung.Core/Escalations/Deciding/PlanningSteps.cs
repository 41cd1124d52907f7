using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;

namespace Rung.Core.Escalations.Deciding;

/// <summary>The resolution plan: what is done, by whom, by when. SMC-40.</summary>
internal static class PlanningSteps
{
    public static Ruling Decide(Climb climb, PlanStep command)
    {
        var decision = climb.Decision;
        var refusal =
            Decision.NeedsName(command.What, "What is done")
            ?? Decision.NeedsName(command.Who, "Who does it")
            ?? DueIsWrong(decision, command.Due);
        var number = climb.One.Steps.Select(one => one.Step!.Number).DefaultIfEmpty(0).Max() + 1;
        return refusal is { } wrong
            ? new Ruling.Refused(wrong)
            : climb.Accept(new StepPlanned(number, command.What.Trim(), command.Who.Trim(), command.Due));
    }

    public static Ruling Decide(Climb climb, CompleteStep command) =>
        Refuses(climb, command.Number) is { } refusal
            ? new Ruling.Refused(refusal)
            : climb.Accept(new StepDone(command.Number, Trimmed(command.Text)));

    public static Ruling Decide(Climb climb, DropStep command) =>
        (Refuses(climb, command.Number) ?? Decision.NeedsText(command.Reason, "The reason")) is { } refusal
            ? new Ruling.Refused(refusal)
            : climb.Accept(new StepDropped(command.Number, command.Reason));

    private static Refusal? DueIsWrong(Decision decision, Instant due) =>
        CallBackTime.IsToCome(decision, due)
            ? null
            : new Refusal(
                RefusalCode.InvalidInput,
                "A step is planned for a time to come, within 31 days: correct by when it is done.",
                "SMC-40"
            );

    private static Refusal? Refuses(Climb climb, int number) =>
        climb.One.Steps.Any(one => one.Step!.Number == number && one.IsToDo)
            ? null
            : new Refusal(
                RefusalCode.WrongCondition,
                $"The resolution plan has no step {number} that is still to be done.",
                "SMC-40",
                climb.Guide.PromiseRule(PromiseFor.ResolutionStep)?.Cite ?? climb.Ladder.Cite
            );

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
