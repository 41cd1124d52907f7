using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Api.Binding;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Frame;

/// <summary>What every page of a desk has around it: counts, the desk's clock, who acts.</summary>
internal sealed class FrameMaker(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    LiveCalls calls,
    MailboxHealth mailboxes,
    IWhoActs acting,
    DiskRoom disk,
    RungOptions options
)
{
    /// <summary>The visit behind a request: desk, actor, time. The desk exists (see <see cref="DeskFilter"/>).</summary>
    public Visit Visit(HttpContext context)
    {
        desks.TryGet(context.GetRouteValue("desk") as string, out var guide);
        guide ??= desks.Active[0];
        return new Visit(context, guide, acting.OfPage(context, guide), clock.Now())
        {
            People = acting.People(context, guide),
        };
    }

    public async Task<FrameView> Frame(Visit visit)
    {
        var desk = visit.Desk;
        var counts = await database.Queue.Count(desk, visit.Actor.Name, visit.Now);
        var mail = await database.Inbound.Count(desk, visit.Now);
        var overdue = mail.Overdue + await database.Promises.Overdue(desk, visit.Now, visit.Actor);
        var unreached = await database.Promises.NextSteps(desk, visit.Now);
        var unfinished = (await calls.OfDesk(desk)).Count(call => call.IsUnfinished);
        var unread = (await mailboxes.Of(desk)).Count(one => one.IsUnread);
        return new FrameView
        {
            DeskId = desk,
            DeskName = visit.Guide.Desk.Name,
            Desks =
            [
                .. AtDesk
                    .Seen(visit.Context, desks)
                    .Select(one => new DeskLink(
                        one.Desk.Name,
                        Addresses.Queue(one.Document.Id),
                        one.Document.Id == desk
                    )),
            ],
            Rail = RailMaker.Of(
                visit,
                new RailCounts(counts, mail, unfinished, await Undelivered(visit))
                {
                    Overdue = overdue,
                    Unreached = unreached,
                    Unread = unread,
                    Silent = await database.Heartbeats.CountSilent(desk),
                }
            ),
            Clock = Clock(visit),
            Acting = acting.View(visit),
            Muted = await database.Settings.Muted(),
            Disk = disk.IsShort ? disk.Words : null,
            Notice = NoticeCookie.Take(visit.Context),
        };
    }

    private async Task<int> Undelivered(Visit visit)
    {
        var (failed, waiting) = await database.Outbox.Count(visit.Desk, Delivery.WaitsTooLong(options.Smtp, visit.Now));
        return failed + waiting;
    }

    private DeskClockView Clock(Visit visit)
    {
        var zone = visit.Guide.DeskCalendar.Zone;
        return new DeskClockView(visit.Now.ToUnixTimeMilliseconds(), (decimal)clock.Speed, zone.Id)
        {
            Words = MomentWords.InFull(visit.Now, zone),
            Hours = Hours(visit.Guide, visit.Now),
            Demo = clock.IsDemo ? $"demo clock × {clock.Speed:0.##}" : null,
        };
    }

    /// <summary>"desk open until 18:00".</summary>
    public static string Hours(Guide guide, Instant now)
    {
        var desk = guide.DeskCalendar;
        var isOpen = desk.IsOpen(now);
        var next = isOpen ? desk.NextClosing(now) : desk.NextOpening(now);
        if (!next.Ok)
        {
            return isOpen ? "desk open round the clock" : "desk closed";
        }
        var at = MomentWords.Near(next.Value, now, desk.Zone);
        return isOpen
            ? $"desk open until {at.Replace("today ", "", StringComparison.Ordinal)}"
            : $"desk closed until {at}";
    }
}

/// <summary>Who looks at which desk when.</summary>
internal sealed record Visit(HttpContext Context, Guide Guide, Actor Actor, Instant Now)
{
    public string Desk => Guide.Document.Id;

    /// <summary>Who acts at the desk: whom a case can be given to.</summary>
    public IReadOnlyList<Actor> People { get; init; } = [];

    public DateTimeZone Zone => Guide.DeskCalendar.Zone;

    /// <summary>The address of the page that is shown; a form's answer has the address of the form's page.</summary>
    public string Here =>
        HttpMethods.IsGet(Context.Request.Method)
            ? Context.Request.Path + Context.Request.QueryString.Value
            : Addresses.Local(Context.Request.Headers.Referer.ToString(), Context);

    /// <summary>Null when it is missing or empty.</summary>
    public string? Query(string name) =>
        TypedText.Of(Context.Request.Query[name].FirstOrDefault()) is { Length: > 0 } value ? value : null;
}
