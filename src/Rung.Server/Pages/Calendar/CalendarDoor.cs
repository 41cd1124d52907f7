using Rung.Server.Feeds;
using Rung.Server.Hosting;
using Rung.Server.Pages.Forms;
using Rung.Storage;
using Rung.Storage.Feeds;

namespace Rung.Server.Pages.Calendar;

/// <summary>What the pages on which somebody makes or revokes their calendar's address show and do.</summary>
internal sealed class CalendarDoor(RungDatabase database, FeedDesk feeds, RungOptions options)
{
    public const string Part = "calendar";

    public async Task<CalendarView> Show(CalendarFeed feed, string here, string what) =>
        new(here, what) { HasAddress = await database.Feeds.Has(feed) };

    /// <summary>Makes or revokes an address, as the form says.</summary>
    public async Task<CalendarView> Do(HttpContext context, CalendarFeed feed, string here, string what)
    {
        if ((await FormValues.Of(context)).Text("do") == "revoke")
        {
            await database.Feeds.Revoke(feed);
            return await Show(feed, here, what);
        }
        var secret = await feeds.Make(feed);
        var address = new Uri(Outside(context), $"/{feed.Desk}/{Part}/{secret}.ics");
        return await Show(feed, here, what) with { Address = address.AbsoluteUri };
    }

    // What people type where the desk is reached from outside; else where this page came from, which is this machine.
    private Uri Outside(HttpContext context) =>
        options.Door?.Address ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}");
}
