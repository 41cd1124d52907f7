namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>complaints</c>: how a complaint is made and answered.</summary>
internal static class ComplaintsSection
{
    public static ComplaintProcess Read(MapReader map)
    {
        var cite = map.Cite();
        return new ComplaintProcess(
            map.Uses("routes", NameKind.Route),
            map.OptionalUse("managementRoute", NameKind.Route),
            map.RequiredList("stages", "a stage", stage => Stage(stage, cite)),
            map.Uses("visibleTo", NameKind.Role),
            map.OptionalText("redirectNote"),
            cite
        )
        {
            ExternalBody = map.OptionalText("externalBody"),
        };
    }

    private static ComplaintStage Stage(MapReader map, string cite)
    {
        var calendar = map.Calendar();
        return new ComplaintStage(
            map.Id(NameKind.Other, "stages"),
            map.Text("name"),
            map.Use("role", NameKind.Role),
            map.When("when"),
            map.Allowance("within", calendar),
            calendar,
            map.Permission("holdingReply", Permission.No),
            map.OptionalAllowance("followUp", calendar),
            map.Word("clock", StageClock.Desk),
            map.Cite(cite)
        )
        {
            By = map.OptionalWord<Channel>("by"),
            MetBy = map.Word("metBy", StageMetBy.Answer),
        };
    }
}
