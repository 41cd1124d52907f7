using Rung.Server.Accounts;
using Rung.Server.Desk.Mails;
using Rung.Server.Workers;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>Live: the process answers. Startup: the desk is open. Ready: the database answers too.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/healthz/live", () => Results.Text("live"))
            .ExcludeFromDescription()
            .WithMetadata(OpenToAnybody.Mark);
        routes.MapGet("/healthz/startup", Startup).ExcludeFromDescription().WithMetadata(OpenToAnybody.Mark);
        routes.MapGet("/healthz/ready", Ready).ExcludeFromDescription().WithMetadata(OpenToAnybody.Mark);
    }

    /// <summary>503 until everything that belongs to a start has been done; 200 from then on.</summary>
    internal static IResult Startup(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStarted.IsCancellationRequested
            ? Results.Text("started")
            : Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Ready(
        RungDatabase database,
        ClockWatch watch,
        MailboxHealth mailboxes,
        DiskRoom disk
    )
    {
        try
        {
            await database.Dues.Next();
            var unread = await mailboxes.Unread();
            string[] but =
            [
                .. await database.Settings.Muted() is { } why
                    ? [$"no mail leaves and none is fetched: {why}"]
                    : Array.Empty<string>(),
                .. watch.IsOff ? [$"nothing that falls due is handled: {watch.Words}"] : Array.Empty<string>(),
                .. disk.IsShort ? [$"only {disk.Words}"] : Array.Empty<string>(),
                .. unread.Select(one => $"no mail is fetched: {one.Words}"),
                .. await mailboxes.EndingCertificates(),
            ];
            return Results.Text(but.Length == 0 ? "ready" : $"ready, but {string.Join("; ", but)}");
        }
        catch (StorageException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
