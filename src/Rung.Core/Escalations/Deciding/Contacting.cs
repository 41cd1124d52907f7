using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;
using Rung.Core.Time;
using Rung.Core.Wording;

namespace Rung.Core.Escalations.Deciding;

/// <summary>Call-backs and the communication plan. SMC-08, SMC-11 to SMC-14, semantics 18.</summary>
internal static class Contacting
{
    private const int MostMinutes = 31 * 24 * 60;
    private const int MostTimes = 48;

    public static Ruling Decide(Climb climb, AgreeCallBack command)
    {
        var decision = climb.Decision;
        if (CallBackTime.Refuses(decision, command.At, command.Zone) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        return climb.One.CallBack is { State: PromiseState.Open } open && open.Due < command.At
            ? Ruling.Refuse(
                RefusalCode.InvalidInput,
                "A call-back was promised for an earlier time: make it then, or bring it forward.",
                "SMC-08",
                climb.CallBackCite
            )
            : climb.Accept(CallBackTime.Of(decision, command.At, command.Zone)!);
    }

    public static Ruling Decide(Climb climb, CallBack command)
    {
        if (climb.One.CallBack is null)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "No call-back is owed: enter what was said as a planned contact, or as an update.",
                "SMC-11",
                climb.CallBackCite
            );
        }
        if (Decision.NeedsText(command.Text, "The update") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        if (NotApproved(climb, command.ApprovedBy) is { } unapproved)
        {
            return new Ruling.Refused(unapproved);
        }
        var wantsPlan = climb.Ladder.CallBack?.Needs.Contains("plan") == true;
        if (command.Plan is null && climb.One.Plan is null && wantsPlan)
        {
            const string Owed =
                "A call-back is done when the customer has an update and a communication plan: agree one.";
            return Ruling.Refuse(RefusalCode.PlanRequired, Owed, "SMC-14", climb.CallBackCite);
        }
        var called = new CalledBack(command.Text) { ApprovedBy = Trimmed(command.ApprovedBy) };
        if (command.Plan is not { } wanted)
        {
            return climb.Accept(called);
        }
        return PlanRefused(climb, wanted) is { } wrong
            ? new Ruling.Refused(wrong)
            : climb.Accept(called, new PlanAgreed(PlanOf(climb, wanted)));
    }

    public static Ruling Decide(Climb climb, AgreePlan command) =>
        PlanRefused(climb, command.Plan) is { } refusal
            ? new Ruling.Refused(refusal)
            : climb.Accept(new PlanAgreed(PlanOf(climb, command.Plan)));

    public static Ruling Decide(Climb climb, RecordPlannedContact command)
    {
        if (climb.One.Plan is not { } plan)
        {
            const string None = "No communication plan is agreed: agree one, or enter what was said as an update.";
            return Ruling.Refuse(RefusalCode.PlanRequired, None, "SMC-12", climb.CallBackCite);
        }
        var made = new PlannedContactMade(command.Text, command.Channel ?? plan.Channel)
        {
            ApprovedBy = Trimmed(command.ApprovedBy),
        };
        return
            (Decision.NeedsText(command.Text, "What was said") ?? NotApproved(climb, command.ApprovedBy)) is { } refusal
            ? new Ruling.Refused(refusal)
            : climb.Accept(made);
    }

    // Where the guide has what a plan says approved, somebody has approved it before it is said.
    private static Refusal? NotApproved(Climb climb, string? by)
    {
        const string First = "What the plan says is approved first: say who approved it.";
        var plan = GuidesPlan(climb);
        var missing = new Refusal(RefusalCode.ApprovalRequired, First, "SMC-12", plan?.Cite);
        return Decision.NotApproved(plan?.Approval ?? Need.Optional, by, missing);
    }

    private static CommunicationPlan? GuidesPlan(Climb climb) =>
        climb.Guide.CommunicationPlans.FirstOrDefault(one =>
            one.Id == climb.Ladder.CommunicationPlan && climb.Decision.Facts.Hold(one.AppliesWhen)
        );

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal? PlanRefused(Climb climb, PlanRequest wanted)
    {
        if (wanted is { EveryMinutes: not null, Times.Count: > 0 })
        {
            return Wrong("A plan goes by an interval or by times of day: name one of both.");
        }
        if (wanted.EveryMinutes is < 1 or > MostMinutes)
        {
            return Wrong($"The interval is from 1 to {MostMinutes} minutes: correct it.");
        }
        if (
            wanted.Times?.Count > MostTimes
            || wanted.Times?.Any(time => !AgreedPlan.TimeOfDay.Parse(time).Success) == true
        )
        {
            return Wrong($"Times of day are written like 09:00, at most {MostTimes}: correct them.");
        }
        return wanted is { EveryMinutes: null, Times: null or [] }
            && Usual(climb) is not { EveryMinutes: > 0 } and not { Times.Count: > 0 }
                ? Wrong("The guide has no interval that could be taken: say how often the customer is told.")
            : wanted.Channel is { } channel && IsDown(climb, channel)
                ? Wrong(
                    $"What failed carries {EventText.Words(channel)}, so the customer may not be reached by it: plan to telephone."
                )
            : CallBackTime.Refuses(climb.Decision, wanted.From, wanted.Zone);
    }

    // ESS-51, semantics 34.
    private static bool IsDown(Climb climb, Channel channel) => climb.Decision.Facts.DownChannels.Contains(channel);

    private static Refusal Wrong(string sentence) => new(RefusalCode.InvalidInput, sentence, "SMC-12");

    private static AgreedPlan PlanOf(Climb climb, PlanRequest wanted)
    {
        var (decision, usual) = (climb.Decision, Usual(climb));
        var asksTime = wanted is { EveryMinutes: null, Times: null or [] };
        var zone =
            asksTime && usual.EveryMinutes is null
                ? decision.Guide.DeskCalendar.Zone.Id
                : CallBackTime.ZoneOf(decision);
        var every = asksTime ? usual.EveryMinutes ?? 0 : wanted.EveryMinutes ?? 0;
        return new AgreedPlan(
            wanted.Channel ?? (usual.Channel is { } by && !IsDown(climb, by) ? by : Channel.Phone),
            every,
            wanted.From ?? decision.At + Duration.FromMinutes(every),
            wanted.Zone ?? zone,
            wanted.Audience ?? usual.Audience
        )
        {
            Times = (asksTime && every == 0 ? usual.Times : wanted.Times) ?? [],
        };
    }

    // What the guide has customers told by, where nothing else is agreed.
    private static PlanRequest Usual(Climb climb)
    {
        var plan = GuidesPlan(climb);
        return new PlanRequest
        {
            Channel = plan?.Channel,
            EveryMinutes = plan?.Interval is Allowance.Elapsed every ? (int)every.Length.TotalMinutes : null,
            Times = [.. (plan?.Slots ?? []).Select(AgreedPlan.TimeOfDay.Format)],
            Audience = plan?.Audience,
        };
    }
}
