namespace Rung.Core.Guides.Reading;

/// <summary>What a guide gives names to, and refers to by them.</summary>
internal enum NameKind
{
    Paragraph,
    Calendar,
    Role,
    Service,
    ServiceClass,
    Route,
    Contract,
    Kind,
    Question,
    Option,

    /// <summary>A question that is answered by a number.</summary>
    NumberQuestion,
    Priority,
    Target,
    Flag,
    HoldReason,
    WaitReason,

    /// <summary>A hold or a wait reason.</summary>
    PauseReason,
    Disposition,
    Ladder,
    EscalationReason,
    CommunicationPlan,
    Promise,
    PriorityRule,
    Notification,

    // Given by scenarios.
    Customer,
    Contact,
    Case,

    /// <summary>Its name is a case's as well: no case may have it.</summary>
    Mail,

    /// <summary>Ids that only have to differ from each other within their list.</summary>
    Other,
}

internal static class NameKinds
{
    /// <summary>What a person calls it: "hold reason".</summary>
    public static string Called(this NameKind kind) =>
        kind switch
        {
            NameKind.ServiceClass => "service class",
            NameKind.NumberQuestion => "question with `type: number`",
            NameKind.HoldReason => "hold reason",
            NameKind.WaitReason => "wait reason",
            NameKind.PauseReason => "hold or wait reason",
            NameKind.EscalationReason => "escalation reason",
            NameKind.CommunicationPlan => "communication plan",
            NameKind.PriorityRule => "priority rule",
            NameKind.Other => "entry",
            _ => kind.ToString().ToLowerInvariant(),
        };

    /// <summary>The section of the file in which such names are given.</summary>
    public static string Section(this NameKind kind) =>
        kind switch
        {
            NameKind.ServiceClass => "services",
            NameKind.Question or NameKind.Option or NameKind.NumberQuestion => "intake",
            NameKind.Priority => "priorities",
            NameKind.EscalationReason => "ladders",
            NameKind.HoldReason or NameKind.PauseReason => "holdReasons",
            NameKind.WaitReason => "waitReasons",
            NameKind.CommunicationPlan => "communicationPlans",
            NameKind.PriorityRule => "priorityRules",
            NameKind.Contact => "customers",
            NameKind.Case or NameKind.Mail => "steps",
            _ => kind.ToString().ToLowerInvariant() + "s",
        };
}
