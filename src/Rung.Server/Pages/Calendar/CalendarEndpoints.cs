using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Feeds;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Portal;
using Rung.Server.Pages.Problems;
using Rung.Storage.Feeds;

namespace Rung.Server.Pages.Calendar;

/// <summary>Calendars of promises (RFC 5545): read by whoever has the secret address, which their owner makes and revokes.</summary>
internal static class CalendarEndpoints
{
    private const string Ending = ".ics";
    private const string OfDesk = "It has what you owe: calls, updates and targets of your cases, each at its due.";
    private const string OfCustomer =
        "It has what we promised you: calls, updates and targets of your open cases, each at its due.";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet($"/{{desk}}/{CalendarDoor.Part}", Show);
        pages.MapPost($"/{{desk}}/{CalendarDoor.Part}", Do);
        pages.MapGet($"/{{desk}}/{CalendarDoor.Part}/{{file}}", Read).WithMetadata(OpenToAnybody.Mark);
    }

    public static void MapPortal(IEndpointRouteBuilder portal)
    {
        portal.MapGet($"/{CalendarDoor.Part}", ShowPortal);
        portal.MapPost($"/{CalendarDoor.Part}", DoPortal);
    }

    // Nothing says whether the address was ever one.
    private static async Task<IResult> Read(HttpContext context, string desk, string file, FeedDesk feeds)
    {
        if (
            !file.EndsWith(Ending, StringComparison.Ordinal)
            || await feeds.Read(desk, file[..^Ending.Length]) is not { } calendar
        )
        {
            return ProblemPages.NoSuchPage();
        }
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(calendar, "text/calendar", Encoding.UTF8);
    }

    private static async Task<IResult> Show(HttpContext context, FrameMaker frames, CalendarDoor door)
    {
        var visit = frames.Visit(context);
        return await Page(frames, visit, await door.Show(Feed(visit), Here(visit.Desk), OfDesk));
    }

    private static async Task<IResult> Do(HttpContext context, FrameMaker frames, CalendarDoor door)
    {
        var visit = frames.Visit(context);
        return await Page(frames, visit, await door.Do(context, Feed(visit), Here(visit.Desk), OfDesk));
    }

    private static async Task<IResult> Page(FrameMaker frames, Visit visit, CalendarView view) =>
        new RazorComponentResult<DeskCalendarPage>(new { Frame = await frames.Frame(visit), View = view });

    private static async Task<IResult> ShowPortal(HttpContext context, CalendarDoor door)
    {
        var visitor = PortalVisitor.Of(context);
        return Page(visitor, await door.Show(Feed(visitor), PortalAddresses.Calendar(visitor.Desk), OfCustomer));
    }

    private static async Task<IResult> DoPortal(HttpContext context, CalendarDoor door)
    {
        var visitor = PortalVisitor.Of(context);
        return Page(visitor, await door.Do(context, Feed(visitor), PortalAddresses.Calendar(visitor.Desk), OfCustomer));
    }

    private static RazorComponentResult<PortalCalendarPage> Page(PortalVisitor visitor, CalendarView view) =>
        new(new { Frame = PortalFrames.Of(visitor), View = view });

    private static string Here(string desk) => $"/{desk}/{CalendarDoor.Part}";

    private static CalendarFeed Feed(Visit visit) => new(visit.Desk, "", visit.Actor.Name);

    private static CalendarFeed Feed(PortalVisitor visitor) =>
        new(visitor.Desk, visitor.Customer.Id, visitor.Contact.Id);
}
