using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Core.Wording;

namespace Rung.Core.Evidence;

/// <summary>The tables of an escalation: levels entered, posts contacted, steps of the resolution plan.</summary>
internal static class LevelTables
{
    public static Block.Table Entered(EvidenceOf of, Escalation one, CitedParagraphs cited) =>
        new(
            "Levels that were entered",
            ["When", "Level", "How and why", "Taken by", "Guide"],
            [.. one.Entered.Select(level => Row(of, one, level, cited))]
        );

    // SMC-10: person, time, channel, outcome.
    public static Block.Table? Contacted(EvidenceOf of, Escalation one)
    {
        if (one.Engagements.Count == 0)
        {
            return null;
        }
        var table = new Block.Table(
            "Who of the provider was contacted",
            ["When", "Post", "Person", "How", "What came of it", "Said"],
            [.. one.Engagements.Select(engaged => Row(of, engaged))]
        );
        return table.WithoutEmptyColumns();
    }

    // SMC-40
    public static Block.Table? Steps(EvidenceOf of, Escalation one) =>
        one.Steps.Any()
            ? new Block.Table(
                "Resolution plan",
                ["Due", "What", "How it came out", "Done"],
                [
                    .. one.Steps.Select(step =>
                        Promise(of, step, $"{step.Step!.Number}: {step.Step.What}, {step.Step.Who}")
                    ),
                ]
            )
            : null;

    public static string[] Promise(EvidenceOf of, Promise promise, string what) =>
        [of.Times.Of(promise.Due), what, KeptPart.Word(promise.State), of.Times.OrNothing(promise.KeptAt)];

    /// <summary>"Level 3: Service Operations Manager".</summary>
    public static string Name(EvidenceOf of, Escalation one, int number)
    {
        var level = of.Guide.Ladder(one.Ladder)?.Level(number);
        var post = level is null ? "" : $": {of.Guide.RoleTitle(level.Role)}";
        return $"{level?.Name ?? $"Level {number}"}{post}";
    }

    private static string[] Row(EvidenceOf of, Escalation one, Escalated level, CitedParagraphs cited)
    {
        var said = of.IsInternal ? level : (Escalated)EditionEvents.ForCustomer(level)!;
        return
        [
            of.Times.Of(level.At),
            Name(of, one, level.Level),
            EscalationText.Of(of.Guide, said),
            level.By == Cases.Actor.Desk ? "" : level.By.Name,
            cited.Heading(EventParagraph.Of(of.Guide, level)),
        ];
    }

    private static string[] Row(EvidenceOf of, Engaged engaged) =>
        [
            of.Times.Of(engaged.ContactedAt),
            of.Guide.RoleTitle(engaged.Role),
            engaged.Person ?? "",
            EventText.Words(engaged.Channel),
            engaged.Outcome switch
            {
                EngagementOutcome.Accepted => "accepted",
                EngagementOutcome.Informed => "informed",
                EngagementOutcome.NotReached => "not reached",
                _ => "declined",
            },
            of.IsInternal ? engaged.Text ?? "" : "",
        ];
}
