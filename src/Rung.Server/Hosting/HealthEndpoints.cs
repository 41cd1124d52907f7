using Rung.Server.Workers;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>Live: the process answers. Ready: the database does too.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz/live", () => Results.Text("live")).ExcludeFromDescription();
        routes.MapGet("/healthz/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(RungDatabase database, ClockWatch watch)
    {
        try
        {
            await database.Dues.Next();
            return Results.Text(watch.IsOff ? $"ready, but nothing that falls due is handled: {watch.Words}" : "ready");
        }
        catch (StorageException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
