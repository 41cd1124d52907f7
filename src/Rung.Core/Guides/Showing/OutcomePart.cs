using Rung.Core.Escalations;

namespace Rung.Core.Guides.Showing;

/// <summary>Outcomes other than a fix, marks, and the reason for outage. ESS-64 to ESS-67, ESS-76.</summary>
internal static class OutcomePart
{
    public static IEnumerable<Placed> Of(Guide guide) => [.. Dispositions(guide), .. Flags(guide), .. Rfo(guide)];

    private static IEnumerable<Placed> Dispositions(Guide guide) =>
        Placed.ByCite(
            guide.Dispositions,
            disposition => disposition.Cite,
            dispositions => new Block.Table(
                "Outcomes",
                ["Outcome", "What it means", "For", "Then"],
                [
                    .. dispositions.Select(
                        IReadOnlyList<string> (one) =>
                            [
                                $"{one.Id}: {one.Name}",
                                one.Plain,
                                new WhenWords(guide).Of(one.AppliesWhen, "Every case"),
                                Then(guide, one),
                            ]
                    ),
                ]
            )
        );

    private static string Then(Guide guide, Disposition disposition)
    {
        var then = disposition.Effect switch
        {
            DispositionEffect.Resolves => "the case is resolved",
            DispositionEffect.Closes => "the case is closed",
            _ => "the case stays open",
        };
        var meets = Phrase.And(disposition.Meets.Select(new TitleWords(guide).Target));
        return then
            + (meets.Length == 0 ? "" : $"; meets: {meets}")
            + (disposition.AsksExpectation == Need.Required ? "; a date is named" : "");
    }

    private static IEnumerable<Placed> Flags(Guide guide) =>
        Placed.ByCite(
            guide.Flags,
            flag => flag.Cite,
            flags => new Block.Definitions([
                .. flags.Select(flag => new Definition(
                    $"Mark “{flag.Name}”",
                    $"{Default(guide, flag)} An agent may change it, with a reason."
                )),
            ])
        );

    private static string Default(Guide guide, Flag flag) =>
        flag.SetWhen is When.Any { Parts.Count: 0 }
            ? "Set by hand only."
            : $"Set by default: {new WhenWords(guide).Of(flag.SetWhen, "on every case")}.";

    private static IEnumerable<Placed> Rfo(Guide guide)
    {
        if (guide.Rfo is not { } rfo)
        {
            yield break;
        }
        var items = new List<Definition>
        {
            new(
                "A reason for outage is owed",
                $"{new WhenWords(guide).Of(rfo.RequiredWhen, "On every case")}. Without it the case is not closed."
            ),
        };
        if (rfo.ExpectedWithin is { } within)
        {
            items.Add(
                new Definition(
                    "Expected within",
                    $"{new AllowanceWords(guide).Of(within, guide.Desk.Calendar)} after restoring, unless another date is agreed"
                )
            );
        }
        if (guide.PromiseRule(PromiseFor.Rfo) is { Due: { } due } promise)
        {
            items.Add(
                new Definition(
                    "Promised within",
                    $"{new AllowanceWords(guide).Of(due, promise.Calendar ?? guide.Desk.Calendar)} after restoring, unless another date is agreed"
                )
            );
        }
        if (rfo.Owner is { } owner)
        {
            items.Add(new Definition("Written by", new TitleWords(guide).Role(owner)));
        }
        if (rfo.Approval == Need.Required)
        {
            items.Add(new Definition("Before you read it", "somebody has approved it"));
        }
        yield return new Placed(rfo.Cite, new Block.Definitions(items));
    }
}
