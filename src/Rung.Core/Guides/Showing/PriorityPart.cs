namespace Rung.Core.Guides.Showing;

/// <summary>The table of priorities with its footnotes, how one is chosen, raised and lowered. ESS-42 to ESS-63.</summary>
internal static class PriorityPart
{
    public static IEnumerable<Placed> Of(Guide guide) =>
        [.. Tables(guide), .. Rules(guide), .. Limits(guide), .. Changes(guide)];

    private static IEnumerable<Placed> Tables(Guide guide)
    {
        foreach (var priorities in guide.Priorities.GroupBy(priority => priority.Cite))
        {
            var columns = guide.Targets.Where(target => TargetPart.IsColumn(target, priorities.Key)).ToArray();
            yield return new Placed(
                priorities.Key,
                new Block.Table(
                    null,
                    ["Priority", "When", .. columns.Select(target => target.Name)],
                    [.. priorities.Select(priority => Row(guide, priority, columns))]
                )
            );
            foreach (var block in Remarks(priorities))
            {
                yield return new Placed(priorities.Key, block);
            }
        }
    }

    private static IReadOnlyList<string> Row(Guide guide, Priority priority, Target[] columns)
    {
        var marks = string.Concat(priority.Footnotes.Select(note => $" [{note.Mark}]"));
        return
        [
            priority.Id,
            $"{priority.Name}{marks}\n{priority.Description}",
            .. columns.Select(target => TargetPart.Time(guide, target, priority.Id)),
        ];
    }

    private static IEnumerable<Block> Remarks(IEnumerable<Priority> priorities)
    {
        var notes = priorities.SelectMany(priority => priority.Footnotes).Distinct().ToArray();
        if (notes.Length > 0)
        {
            yield return new Block.Definitions([.. notes.Select(note => new Definition($"[{note.Mark}]", note.Text))]);
        }
        var telephone = priorities
            .Where(priority => priority.Telephone == Permission.Yes)
            .Select(priority => priority.Id);
        if (Phrase.And(telephone) is { Length: > 0 } serious)
        {
            yield return new Block.Paragraph($"{serious}: please telephone.");
        }
    }

    private static IEnumerable<Placed> Rules(Guide guide) =>
        Placed.ByCite(
            guide.PriorityRules,
            rule => rule.Cite,
            rules => new Block.Table(
                "The first line that fits decides",
                ["When", "Priority", "Because"],
                [
                    .. rules.Select(
                        IReadOnlyList<string> (rule) =>
                            [new WhenWords(guide).Of(rule.When, "Otherwise"), rule.Priority, Because(rule)]
                    ),
                ]
            )
        );

    private static string Because(PriorityRule rule) =>
        rule.Prompt is null ? rule.Because : $"{rule.Because}. {rule.Prompt}";

    private static IEnumerable<Placed> Limits(Guide guide) =>
        Placed.ByCite(
            guide.PriorityLimits,
            limit => limit.Cite,
            limits => new Block.Table(
                "But never less, and never more",
                ["When", "Priority", "Because"],
                [
                    .. limits.Select(
                        IReadOnlyList<string> (limit) =>
                            [new WhenWords(guide).Of(limit.When, "Every case"), Limit(limit), limit.Because]
                    ),
                ]
            )
        );

    private static string Limit(PriorityLimit limit) =>
        Phrase.And(
            new[]
            {
                limit.AtLeast is { } floor ? $"{floor} or more urgent" : null,
                limit.AtMost is { } ceiling ? $"{ceiling} or less urgent" : null,
            }.OfType<string>()
        );

    private static IEnumerable<Placed> Changes(Guide guide)
    {
        var titles = new TitleWords(guide);
        if (guide.Raise is { } raise)
        {
            yield return new Placed(
                raise.Cite,
                new Block.Definitions([
                    new(
                        "The default may be raised within",
                        $"{new AllowanceWords(guide).Of(raise.Within, raise.Calendar)}, counted from the reference, end included"
                    ),
                    new(
                        "By",
                        Phrase.Or(raise.By.Select(titles.Role))
                            + (raise.With is { } with ? $", together with {titles.Role(with)}" : "")
                            + (raise.UpTo is { } most ? $"; to {most} at most" : "")
                    ),
                    new("Later", raise.Afterwards is { } ladder ? titles.Ladder(ladder) : "Not at all"),
                ])
            );
        }
        if (guide.Lowering is { } lowering)
        {
            var by = lowering.By.Count == 0 ? "Any agent" : Phrase.Or(lowering.By.Select(titles.Role));
            var rule =
                (lowering.DownTo is { } least ? $"; to {least} at most" : "")
                + (lowering.Rule == Need.Required ? "; the rule it rests on is noted" : "");
            yield return new Placed(
                lowering.Cite,
                new Block.Definitions([new("May be lowered by", $"{by}, when the facts show it{rule}")])
            );
        }
    }
}
