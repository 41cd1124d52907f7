using System.Text;
using Rung.Mail.Inbound;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>
/// What a mail holds, as it came: handed over to be kept, never opened here. The formatted text alone is shown, in a frame
/// of its own in which nothing runs, loads or leads anywhere (S32 to S37).
/// </summary>
internal static class MailContentEndpoints
{
    private const string Nothing = "default-src 'none'; sandbox; frame-ancestors 'none'";
    private const string Framed = "default-src 'none'; style-src 'self'; sandbox; frame-ancestors 'self'";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/mails/{id:long}/original", Original);
        pages.MapGet("/{desk}/mails/{id:long}/attachments/{number:int}", Attachment);
        pages.MapGet("/{desk}/mails/{id:long}/formatted", Formatted);
    }

    private static async Task<IResult> Original(
        HttpContext context,
        long id,
        FrameMaker frames,
        RungDatabase database
    ) =>
        await Content(context, id, frames, database) is { } message
            ? Handed(context, message, $"mail-{id}.eml")
            : IntakeEndpoints.NoSuchMail(frames.Visit(context).Desk);

    private static async Task<IResult> Attachment(
        HttpContext context,
        long id,
        int number,
        FrameMaker frames,
        RungDatabase database
    )
    {
        if (
            await Content(context, id, frames, database) is not { } message
            || MailReader.Content(message, number) is not { } content
        )
        {
            return IntakeEndpoints.NoSuchMail(frames.Visit(context).Desk);
        }
        var name = MailReader.Read(message).Attachments.First(one => one.Number == number).FileName;
        return Handed(context, content, name);
    }

    private static async Task<IResult> Formatted(HttpContext context, long id, FrameMaker frames, RungDatabase database)
    {
        if (
            await Content(context, id, frames, database) is not { } message
            || MailReader.Read(message).Body.Html is not { } html
        )
        {
            return IntakeEndpoints.NoSuchMail(frames.Visit(context).Desk);
        }
        Protect(context, Framed);
        SecurityHeaders.LetUsFrame(context);
        var page = $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Mail</title><link rel="stylesheet" href="/mail.css"></head>
            <body>{html}</body></html>
            """;
        return Results.Text(page, "text/html", Encoding.UTF8);
    }

    private static async Task<byte[]?> Content(HttpContext context, long id, FrameMaker frames, RungDatabase database)
    {
        InboundMail? mail = await database.Inbound.Find(id);
        var desk = context.RequestServices.GetRequiredService<ServiceDesk>();
        var visit = frames.Visit(context);
        return mail is null || !await desk.MaySee((mail.Desk, mail.CaseId), visit.Desk, visit.Actor)
            ? null
            : await database.Inbound.Content(id);
    }

    // As bytes to be kept: no browser shows them in place, whatever they are.
    private static IResult Handed(HttpContext context, byte[] content, string name)
    {
        Protect(context, Nothing);
        return Results.File(content, "application/octet-stream", name);
    }

    private static void Protect(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "private, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Download-Options"] = "noopen";
    }
}
