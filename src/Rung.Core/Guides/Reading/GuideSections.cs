using Rung.Core.Guides.Reading.Sections;

namespace Rung.Core.Guides.Reading;

/// <summary>Reads the sections of a guide, those first that others count with.</summary>
internal static class GuideSections
{
    /// <summary>The sections that every guide has.</summary>
    public static IReadOnlyList<string> Required { get; } =
    ["document", "paragraphs", "calendars", "desk", "kinds", "priorities", "targets", "closing"];

    public static Guide Read(MapReader top, string contentHash)
    {
        top.Find("rung");
        CalendarsSection.Read(top);
        var desk = top.RequiredMap("desk", "the desk", DeskSection.Read);
        top.Context.DeskCalendar = desk.Calendar;
        var services = top.List("services", "a service", PeopleSection.Service);
        top.Context.Contracts = top.List("contracts", "a contract", DeskSection.Contract);
        var intake = top.Map("intake", "the intake", IntakeSection.Read) ?? IntakeSection.Nothing;
        return new Guide
        {
            Document = top.RequiredMap("document", "the document", DocumentSection.Read),
            ContentHash = contentHash,
            Paragraphs = top.RequiredList("paragraphs", "a paragraph", DocumentSection.Paragraph),
            Calendars = top.Context.Calendars,
            CalendarSources = top.Context.CalendarSources,
            Desk = desk,
            Roles = top.List("roles", "a role", PeopleSection.Role),
            Services = services,
            Routes = top.List("routes", "a route", RoutesSection.Read),
            FirstLine = top.Map("firstLine", "`firstLine`", DeskSection.FirstLine),
            Contracts = top.Context.Contracts,
            Kinds = top.RequiredList("kinds", "a kind of case", KindsSection.Read),
            Intake = intake,
            Priorities = top.RequiredList("priorities", "a priority", PrioritiesSection.Priority),
            PriorityRules = PriorityRules(top, intake, services),
            PriorityLimits = top.List("priorityLimits", "a priority limit", PrioritiesSection.Limit),
            Raise = top.Map("raise", "`raise`", PrioritiesSection.Raise),
            Lowering = top.Map("lower", "`lower`", PrioritiesSection.Lower),
            Starts = top.List("starts", "a start", TargetsSection.Start),
            Targets = top.RequiredList("targets", "a target", TargetsSection.Read),
            Conditions = ConditionWords.Complete(
                top.List("conditions", "a condition", LifeSection.Condition),
                desk.Cite
            ),
            HoldReasons = top.List("holdReasons", "a hold reason", LifeSection.HoldReason),
            WaitReasons = top.List("waitReasons", "a wait reason", LifeSection.WaitReason),
            Closing = top.RequiredMap("closing", "`closing`", ClosingSection.Read),
            OutOfHours = top.Map("outOfHours", "`outOfHours`", ClosingSection.OutOfHours),
            Calls = top.Map("calls", "`calls`", CallsSection.Read),
            Dispositions = top.List("dispositions", "a disposition", LifeSection.Disposition),
            Flags = top.List("flags", "a flag", LifeSection.Flag),
            Rfo = top.Map("rfo", "`rfo`", ClosingSection.Rfo),
            Notifications = top.List("notifications", "a notification", NotificationsSection.Read),
            Letterhead = top.Map("letterhead", "`letterhead`", NotificationsSection.Letterhead),
            Entry = top.Map("entry", "`entry`", EntrySection.Read),
            Urgency = top.Map("urgency", "`urgency`", LaddersSection.Urgency),
            Ladders = top.List("ladders", "a ladder", LaddersSection.Read),
            CommunicationPlans = top.List("communicationPlans", "a communication plan", CommunicationSection.Plan),
            Promises = top.List("promises", "a promise", CommunicationSection.Promise),
            Complaints = top.Map("complaints", "the complaint process", ComplaintsSection.Read),
            Retention = top.Map("retention", "`retention`", RetentionSection.Read),
            Maintenance = top.List("maintenance", "a maintenance notice", CommunicationSection.Maintenance),
            Goals = top.List("goals", "a goal", CommunicationSection.Goal),
            Readings = top.List("readings", "a reading", DocumentSection.Reading),
        };
    }

    private static IReadOnlyList<PriorityRule> PriorityRules(
        MapReader top,
        Intake intake,
        IReadOnlyList<Service> services
    )
    {
        var written = top.List("priorityRules", "a priority rule", PrioritiesSection.Rule);
        var matrix = top.Map(
            "priorityMatrix",
            "the priority matrix",
            map => new PriorityMatrix(map, intake, services).Rules()
        );
        return matrix is null ? written : [.. written, .. matrix];
    }
}
