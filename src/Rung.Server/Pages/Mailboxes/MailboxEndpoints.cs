using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Mailboxes;

/// <summary>How the mailboxes of a desk stand, for whoever wonders why no mail comes (R11).</summary>
internal static class MailboxEndpoints
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/{desk}/mailboxes", Show);

    private static async Task<IResult> Show(HttpContext context, FrameMaker frames, MailboxHealth health)
    {
        var visit = frames.Visit(context);
        var states = await health.Of(visit.Desk);
        var view = new MailboxesView(await frames.Frame(visit), [.. states.Select(MailboxRowView.Of)])
        {
            Warnings =
            [
                .. (await health.EndingCertificates()).Select(one => $"{char.ToUpperInvariant(one[0])}{one[1..]}."),
            ],
        };
        return new RazorComponentResult<MailboxesPage>(new { View = view });
    }
}
