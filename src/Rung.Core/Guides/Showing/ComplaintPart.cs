namespace Rung.Core.Guides.Showing;

/// <summary>How complaints are answered; the routes are among the contacts. ESS-88 to ESS-93.</summary>
internal static class ComplaintPart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        if (guide.Complaints is not { } complaints)
        {
            yield break;
        }
        yield return new Placed(complaints.Cite, new Block.Definitions([.. Process(guide, complaints)]));
        foreach (var placed in Placed.ByCite(complaints.Stages, stage => stage.Cite, stages => Stages(guide, stages)))
        {
            yield return placed;
        }
    }

    private static IEnumerable<Definition> Process(Guide guide, ComplaintProcess complaints)
    {
        var titles = new TitleWords(guide);
        yield return new Definition("Ways to complain", Phrase.Or(complaints.Routes.Select(titles.Route)));
        if (complaints.ManagementRoute is { } management)
        {
            yield return new Definition("To the management", titles.Route(management));
        }
        if (complaints.VisibleTo.Count > 0)
        {
            yield return new Definition("Seen only by", Phrase.And(complaints.VisibleTo.Select(titles.Role)));
        }
        if (complaints.ExternalBody is { } body)
        {
            yield return new Definition("Outside our company", body);
        }
        if (complaints.RedirectNote is { } note)
        {
            yield return new Definition("Noted when somebody is asked to log it formally", note);
        }
    }

    private static Block.Table Stages(Guide guide, IReadOnlyList<ComplaintStage> stages) =>
        new(
            null,
            ["Step", "Within", "By", "Holding reply"],
            [
                .. stages.Select(
                    IReadOnlyList<string> (stage) =>
                        [
                            stage.Name,
                            new AllowanceWords(guide).Of(stage.Within, stage.Calendar)
                                + (stage.Clock == StageClock.Statutory ? ", set by law" : ""),
                            new TitleWords(guide).Role(stage.Role)
                                + (stage.By is { } channel ? $", by {Phrase.Of(channel)}" : ""),
                            Holding(guide, stage),
                        ]
                ),
            ]
        );

    private static string Holding(Guide guide, ComplaintStage stage) =>
        (stage.HoldingReply, stage.FollowUp) switch
        {
            (Permission.No, _) => "does not count",
            (_, null) => "counts",
            (_, { } followUp) => $"counts; the rest: {new AllowanceWords(guide).Of(followUp, stage.Calendar)}",
        };
}
