using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Core.Wording;

namespace Rung.Core.Evidence;

/// <summary>One escalation: level, owner, who was contacted, plan with what was kept and missed, peers, decisions, end.</summary>
internal static class EscalatedPart
{
    public static EvidenceSection Of(EvidenceOf of, Escalation one, CitedParagraphs cited)
    {
        cited.Heading(of.Guide.Ladder(one.Ladder)?.Cite);
        Block?[] blocks =
        [
            Facts(of, one),
            CoveredPart.Covers(of, one),
            LevelTables.Entered(of, one, cited),
            LevelTables.Contacted(of, one),
            Promised(of, one),
            of.IsInternal ? LevelTables.Steps(of, one) : null,
            Points("Decisions", one.Decisions.Select(taken => Said(of, taken, taken.Level, taken.Text))),
            of.IsInternal
                ? Points("Whether the owner follows the process", one.Checks.Select(check => Checked(of, check)))
                : null,
        ];
        var many = of.State.Escalations.Count > 1 ? $" {one.Number}" : "";
        return new EvidenceSection($"escalation-{one.Number}", $"Escalation{many}", [.. blocks.OfType<Block>()]);
    }

    private static Block.Definitions Facts(EvidenceOf of, Escalation one)
    {
        var guide = of.Guide;
        var others = one.Entered.Select(level => level.OtherReason).OfType<string>();
        var reasons = EscalationText.Reasons(guide, one.Reasons);
        Definition[] facts =
        [
            new("Level", $"{LevelTables.Name(of, one, one.Level)}, since {of.Times.Line(one.LevelSince)}"),
            new("Ladder", guide.Ladder(one.Ladder)?.Name ?? one.Ladder),
            new("Why", string.Join("; ", others.Prepend(reasons).Where(text => text.Length > 0))),
            new("Asked by", string.Join(", ", one.Entered.Select(level => level.From).OfType<string>().Distinct())),
            new("Taken by", one.IsAsked ? one.Recipient : ""),
            new("Owner", Owner(of, one)),
            new("Plan", one.Plan is { } plan ? EscalationText.Plan(guide, plan) : "none was agreed"),
            new("Peers", string.Join("\n", one.Peers.Select(peer => $"Level {peer.Level}: {peer.Peer}"))),
            new("Ended", one.Ended is { } ended ? End(of, ended) : "it goes on"),
        ];
        return new Block.Definitions([.. facts.Where(fact => fact.Text.Length > 0)]);
    }

    private static string Owner(EvidenceOf of, Escalation one) =>
        one.Owner is not { } owner ? "nobody has accepted it yet"
        : of.Guide.RoleTitle(owner.Role) is var title && title == owner.Name
            ? $"{title}, since {of.Times.Line(owner.At)}"
        : $"{owner.Name}, {title}, since {of.Times.Line(owner.At)}";

    private static string End(EvidenceOf of, EscalationEnded ended)
    {
        var told = ended.Told is { } channel ? $"; the customer was told by {EventText.Words(channel)}" : "";
        var rfo = ended.Rfo switch
        {
            RfoState.Given => "given",
            RfoState.Owed => "owed",
            _ => "not needed",
        };
        return $"{of.Times.Line(ended.At)}: {ended.Reason}{told}; reason for outage {rfo}";
    }

    // SMC-32: the sum first, then each of them.
    private static Block.Table? Promised(EvidenceOf of, Escalation one)
    {
        var contacts = one.Promises.Where(promise => !promise.For.IsInside()).OrderBy(promise => promise.Due).ToList();
        return contacts.Count == 0
            ? null
            : new Block.Table(
                $"Call-backs and planned contacts: {KeptPart.Counts(contacts.Select(promise => promise.State))}",
                ["Due", "What", "How it came out", "Done"],
                [
                    .. contacts.Select(promise =>
                        LevelTables.Promise(of, promise, EscalationText.Name(of.Guide, promise.For))
                    ),
                ]
            );
    }

    private static Block.Table? Points(string title, IEnumerable<string[]> rows) =>
        rows.ToArray() is { Length: > 0 } all ? new Block.Table(title, ["When", "Level", "What", "By"], all) : null;

    private static string[] Said(EvidenceOf of, EscalationEvent happened, int level, string text) =>
        [of.Times.Of(happened.At), $"{level}", text, happened.By.Name];

    private static string[] Checked(EvidenceOf of, OwnerChecked check) =>
        Said(
            of,
            check,
            check.Level,
            $"{(check.Result == ProcessCheck.Followed ? "followed" : "not followed")}: {check.Text}"
        );
}
