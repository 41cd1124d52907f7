using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Queue;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>Fetches what the lists of the intake show.</summary>
internal sealed class IntakePages(RungDatabase database, FrameMaker frames, MailboxHealth mailboxes)
{
    private const int Most = 200;

    public async Task<IntakeView> Read(Visit visit)
    {
        var list = IntakeAsk.Of(visit);
        var counts = await database.Inbound.Count(visit.Desk, visit.Now);
        var after = IntakeAsk.After(visit);
        var found = await Mails(visit, list, after);
        var mails = found.Take(Most).ToList();
        return new IntakeView
        {
            Frame = await frames.Frame(visit),
            Title = "Intake",
            Summary = Summary(list, mails.Count, counts),
            FirstHref = after > 0 ? IntakeAsk.Href(visit.Desk, list) : null,
            NextHref = found.Count > Most ? IntakeAsk.Href(visit.Desk, list, mails[^1].Id) : null,
            Tabs = IntakeAsk.Tabs(visit.Desk, list),
            Advice = [.. Advice(visit, list, counts), .. await Unread(visit)],
            Rows = [.. mails.Select(mail => IntakeRows.Of(mail, visit))],
            Empty = mails.Count == 0 ? Empty(visit, list) : null,
        };
    }

    // One more than a page has, to know whether there is a next.
    private async Task<IReadOnlyList<InboundMail>> Mails(Visit visit, IntakeList list, long after)
    {
        var inbound = database.Inbound;
        return list switch
        {
            IntakeList.Waiting => await inbound.Of(visit.Desk, InboundState.Unlogged, Most + 1, after),
            IntakeList.Overdue =>
            [
                .. (await inbound.Of(visit.Desk, InboundState.Unlogged, Most + 1, after)).Where(mail =>
                    mail.LogBy < visit.Now
                ),
            ],
            IntakeList.SetAside => await inbound.Latest(visit.Desk, InboundState.SetAside, Most + 1, after),
            IntakeList.LeftAlone => await inbound.Latest(visit.Desk, InboundState.LeftAlone, Most + 1, after),
            _ => throw new NotSupportedException($"No mails for {list}."),
        };
    }

    private static string Summary(IntakeList list, int shown, InboundCounts counts)
    {
        var all = list switch
        {
            IntakeList.Waiting => counts.Unlogged,
            IntakeList.Overdue => counts.Overdue,
            IntakeList.SetAside => counts.SetAside,
            _ => shown,
        };
        var words = all == 1 ? "1 mail" : $"{all} mails";
        return all > shown ? $"{words}, {shown} of them on this page" : words;
    }

    private static IEnumerable<AdviceView> Advice(Visit visit, IntakeList list, InboundCounts counts)
    {
        if (list == IntakeList.Waiting && counts.SetAside > 0)
        {
            var mails = counts.SetAside == 1 ? "1 mail is" : $"{counts.SetAside} mails are";
            yield return new(
                $"{mails} set aside, since it could not be handled. The others went on.",
                "Look",
                IntakeAsk.Href(visit.Desk, IntakeList.SetAside)
            );
        }
    }

    // R11: whoever waits for mail is told when none can come.
    private async Task<IEnumerable<AdviceView>> Unread(Visit visit) =>
        (await mailboxes.Of(visit.Desk))
            .Where(one => one.Problem is not null || one.IsUnread)
            .Select(one => new AdviceView(
                $"No mail comes from the mailbox of {one.Address.For}: {one.Words}.",
                "The mailboxes",
                Addresses.Mailboxes(visit.Desk)
            ));

    private static EmptyView Empty(Visit visit, IntakeList list) =>
        list == IntakeList.Waiting
            ? new(
                "No mail waits to be logged. Mail that is no answer on a case appears here as soon as it comes.",
                "The queue",
                Addresses.Queue(visit.Desk)
            )
            : new(
                list switch
                {
                    IntakeList.Overdue => "Every mail was logged in time, or still can be.",
                    IntakeList.SetAside => "Every mail could be handled.",
                    _ => "No mail was left alone: neither a program's nor one that is no case.",
                },
                "Mail to be logged",
                Addresses.Intake(visit.Desk)
            );
}
