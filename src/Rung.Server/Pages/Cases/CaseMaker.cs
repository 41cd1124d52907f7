using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases.Actions;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Queue;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases;

/// <summary>A case's page from the case.</summary>
internal static class CaseMaker
{
    public static CaseView Of(CaseSnapshot found, Visit visit, CaseAround around, Sent? sent)
    {
        var (guide, state) = (found.Guide, found.State);
        var here = Addresses.Case(visit.Desk, state.Reference.Text);
        var filter = visit.Query("show") == "customer" ? TimelineFilter.CustomerSees : TimelineFilter.All;
        var row = QueueRows.Of(guide, state, found.Dues, found.Now);
        var promises = found.PromisesWith(around.Mails);
        var isComposed = sent?.Action is "reply" or "note";
        return new CaseView
        {
            Frame = around.Frame,
            Reference = state.Reference.Text,
            Here = here,
            Version = (int)found.Version,
            Subject = state.Logged.Subject,
            Priority = state.Logged.IsComplaint() ? PriorityMaker.OfComplaint : PriorityMaker.Of(guide, state.Priority),
            Condition = row.RfoMissing
                ? $"{QueueMaker.ConditionName(guide, Condition.Resolved)} · reason for outage missing"
                : QueueMaker.ConditionName(guide, state.Condition),
            ConditionMeans = row.RfoMissing ? state.Blocked!.Why : Explanation(found),
            Facts = Facts(found),
            Ring = Ring(found),
            Clock = ClockMaker.Of(row, guide, found.Now),
            Ledger = Ledger(found, visit.Query("ledger"), around),
            Timeline = TimelineMaker.Of(found, filter, here, around.Mails),
            Composer = Opened(ComposerMaker.Of(found, around, visit.Desk, sent), visit),
            Actions = ActionMaker.Of(
                new ActionScene(found, visit.Actor)
                {
                    Displaces = around.Displaces,
                    Belonging = around.Belonging,
                    OpenCases = around.OpenCases,
                    People = visit.People,
                    OnFile = around.Customer?.Present ?? [],
                },
                here,
                isComposed ? null : Open(visit, sent)
            ),
            Advice = [.. OutgoingAdvice.Of(around), .. AdviceMaker.Of(found, around, here)],
            Promises = PromiseMaker.Of(found, promises, here),
            Settled = PromiseMaker.Settled(found, promises, here),
            Escalations = [.. EscalationMaker.Of(found, around)],
            Customer = SideMaker.Customer(found, around),
            Panels = SideMaker.Others(found, around),
            Links = [.. around.Links.Select(one => Link(one.Link, one.Other.State.Logged.Subject, visit.Desk))],
            MoreLinks = Math.Max(0, found.State.Links.Count - CaseReader.MostLinks),
            Errors = isComposed ? Led(sent!) : [],
        };
    }

    // What leads here to write to the customer finds the field open.
    private static ComposerView Opened(ComposerView composer, Visit visit) =>
        visit.Query("do") == "reply" && composer.Reply is { } reply
            ? composer with
            {
                Reply = reply with { Open = true },
            }
            : composer;

    private static IReadOnlyList<ErrorView> Led(Sent sent) =>
        sent.Form.Text("text").Length == 0
            ? [sent.Errors[0] with { FieldId = $"{sent.Action}-text" }, .. sent.Errors.Skip(1)]
            : sent.Errors;

    private static OpenForm? Open(Visit visit, Sent? sent) =>
        sent is not null ? new OpenForm(sent.Action, sent.Form, sent.Errors)
        : visit.Query("do") is { } asked ? new OpenForm(asked, null, [])
        : null;

    // Of what somebody asks about, else of the clock that the case is worked by.
    private static LedgerView? Ledger(CaseSnapshot found, string? asked, CaseAround around)
    {
        if (
            asked is not null
            && found.LedgersWith(around.Mails).FirstOrDefault(each => each.Reading.Target.Id == asked) is { } one
            && LedgerMaker.Of(one, found.Guide, found.State, found.Now) is { } explained
        )
        {
            return explained;
        }
        var ledgers = found.Ledgers;
        var primary = ClockReader.Primary([.. ledgers.Select(ledger => ledger.Reading)]);
        return ledgers.FirstOrDefault(ledger => ledger.Reading == primary) is { } shown
            ? LedgerMaker.Of(shown, found.Guide, found.State, found.Now)
            : null;
    }

    private static RingView? Ring(CaseSnapshot found) =>
        found.State.IsLive && CaseFacts.Of(found.Guide, found.State, found.Now).Calls is { } rule
            ? new RingView(found.Guide.Flag(rule.Flag)!.Name, RingState.Quiet)
            : null;

    private static string Explanation(CaseSnapshot found) =>
        found.Guide.Conditions.FirstOrDefault(one => one.Condition == found.State.Condition)?.Explanation ?? "";

    private static string Facts(CaseSnapshot found)
    {
        var state = found.State;
        var zone = found.Guide.DeskCalendar.Zone;
        var owner = state.Engineer is { } engineer ? $"with {engineer}" : "nobody's yet";
        var logged =
            $"logged {MomentWords.Near(state.Logged.At, found.Now, zone)}, {ChannelWords.Of(state.Logged.Source)}";
        return $"{state.Logged.Reporter.CustomerName} · {owner} · {logged} · guide {state.GuideVersion}";
    }

    private static LinkedCaseView Link(Linked link, string subject, string desk)
    {
        var relation = link.Kind switch
        {
            LinkKind.Parent => "Part of the incident",
            LinkKind.Child => "Calls about this",
            LinkKind.Continues => "Continues",
            LinkKind.ContinuedBy => "Continued by",
            LinkKind.Covers => "The escalation covers",
            LinkKind.CoveredBy => "Escalated together with",
            _ => throw new NotSupportedException($"No words for {link.Kind}."),
        };
        return new LinkedCaseView(relation, link.Other.Text, Addresses.Case(desk, link.Other.Text), subject);
    }
}
