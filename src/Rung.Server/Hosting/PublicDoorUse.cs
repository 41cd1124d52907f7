namespace Rung.Server.Hosting;

/// <summary>The public door as the host takes it.</summary>
internal static class PublicDoorUse
{
    /// <summary>Before everything else: who comes past the proxy is turned away, and whom it hands over is known.</summary>
    public static void UseDoor(this WebApplication app, PublicDoor? door)
    {
        if (door is null)
        {
            return;
        }
        app.Use(
            (HttpContext context, RequestDelegate next) =>
            {
                if (door.Admits(context.Connection.RemoteIpAddress))
                {
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return context.Response.WriteAsync($"This desk is at {door.Address}");
            }
        );
        app.UseForwardedHeaders(door.Believed());
    }
}
