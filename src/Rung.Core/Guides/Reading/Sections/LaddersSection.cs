namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>ladders</c> and <c>urgency</c>: the paths of escalation.</summary>
internal static class LaddersSection
{
    public static UrgencyRule Urgency(MapReader map) =>
        new(map.Uses("by", NameKind.Role), map.Text("notice"), map.Cite());

    public static Ladder Read(MapReader map)
    {
        var (id, cite) = (map.Id(NameKind.Ladder), map.Cite());
        var ladder = new Ladder(
            id,
            map.Text("name"),
            map.When("when"),
            map.Word<LadderMode>("mode"),
            map.RequiredList("levels", "a level", level => LevelReader.Read(level, cite)),
            cite
        )
        {
            Precondition = map.Word("precondition", Precondition.Accept),
            SuspendWhen = map.OptionalWhen("suspendWhen"),
            StickyOwnerLevel = map.OptionalWhole("stickyOwnerLevel", 1, LevelReader.Most),
            SkipBy = map.Uses("skipBy", NameKind.Role),
            RepeatLast = map.OptionalAllowance("repeatLast", map.Context.DeskCalendar),
            TimeToAct = map.OptionalAllowance("timeToAct", map.Context.DeskCalendar),
            Reasons = map.List("reasons", "a reason", reason => Reason(reason, id, cite)),
            CallBack = map.Map("callBack", "`callBack`", callBack => CallBack(callBack, cite)),
            CommunicationPlan = map.OptionalUse("communicationPlan", NameKind.CommunicationPlan),
            EndsWith = map.OptionalText("endsWith"),
            Terminal = map.OptionalText("terminal"),
            Decision = map.Map("decision", "`decision`", Decision),
            StepDown = map.Map("stepDown", "`stepDown`", StepDown),
        };
        ReportOrder(map, ladder);
        return ladder;
    }

    private static EscalationReason Reason(MapReader map, string ladder, string cite) =>
        new(map.Id(NameKind.EscalationReason, ladder), map.Text("name"), map.OptionalText("group"), map.Cite(cite));

    private static CallBackRule CallBack(MapReader map, string cite) =>
        new(
            map.Text("agreed"),
            map.OptionalAllowance("plannedContactWithin", map.Context.DeskCalendar),
            map.Texts("needs"),
            map.Cite(cite)
        );

    private static StepDown StepDown(MapReader map) =>
        new(map.Uses("by", NameKind.Role), map.OptionalWhen("when"), map.Text("says"));

    private static EscalationDecision Decision(MapReader map)
    {
        var calendar = map.Calendar();
        return new EscalationDecision(
            map.Use("by", NameKind.Role),
            map.Allowance("within", calendar),
            calendar,
            map.Word("rationale", Need.Optional)
        );
    }

    private static void ReportOrder(MapReader map, Ladder ladder)
    {
        var numbers = ladder.Levels.Select(level => level.Number).ToArray();
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Length)))
        {
            map.Context.Findings.Add(
                ProblemCode.LevelOrder,
                map.PlaceOf("levels"),
                $"the levels are numbered {string.Join(", ", numbers)}",
                "number them 1, 2, 3 and so on, in this order"
            );
        }
        if (ladder.StickyOwnerLevel is { } sticky && !numbers.Contains(sticky))
        {
            map.Context.Findings.Add(
                ProblemCode.DanglingReference,
                map.PlaceOf("stickyOwnerLevel"),
                $"there is no level {sticky} on this ladder",
                "write the number of one of its levels"
            );
        }
    }
}
