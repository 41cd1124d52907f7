using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Makes the names that a guide gives known, so that a scenario's use of them is checked like the guide's own.</summary>
internal static class GuideNames
{
    public static void Tell(Names names, Guide guide)
    {
        Tell(names, NameKind.Kind, guide.Kinds.Select(one => one.Id));
        Tell(names, NameKind.Service, guide.Services.Select(one => one.Id));
        Tell(names, NameKind.Priority, guide.Priorities.Select(one => one.Id));
        Tell(names, NameKind.HoldReason, guide.HoldReasons.Select(one => one.Id));
        Tell(names, NameKind.WaitReason, guide.WaitReasons.Select(one => one.Id));
        Tell(names, NameKind.Disposition, guide.Dispositions.Select(one => one.Id));
        Tell(names, NameKind.Flag, guide.Flags.Select(one => one.Id));
        Tell(names, NameKind.Target, guide.Targets.Concat(guide.ComplaintTargets()).Select(one => one.Id));
        Tell(names, NameKind.Contract, guide.Contracts.Select(one => one.Id));
        Tell(names, NameKind.Role, guide.Roles.Select(one => one.Id));
        Tell(names, NameKind.Calendar, guide.Calendars.Keys);
        Tell(names, NameKind.Paragraph, guide.Paragraphs.Select(one => one.Id));
        Tell(names, NameKind.Notification, guide.Notifications.Select(one => one.Id));
        Tell(
            names,
            NameKind.PriorityRule,
            [
                .. guide.PriorityRules.Select(one => one.Id),
                .. guide.PriorityLimits.Select(one => one.Id),
                .. guide.Kinds.Select(one => $"kind:{one.Id}"),
            ]
        );
        Tell(names, NameKind.Ladder, guide.Ladders.Select(one => one.Id));
        Tell(names, NameKind.EscalationReason, guide.Ladders.SelectMany(one => one.Reasons).Select(one => one.Id));
        Tell(names, NameKind.Route, guide.Routes.Select(one => one.Id));
        Tell(names, NameKind.Promise, guide.Promises.Select(one => one.Id));
        foreach (var question in guide.Intake.Questions)
        {
            names.Mention(NameKind.Question, question.Id);
            Tell(names, NameKind.Option, question.Options.Select(option => $"{question.Id}/{option.Id}"));
        }
    }

    private static void Tell(Names names, NameKind kind, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            names.Mention(kind, id);
        }
    }
}
