namespace Rung.Server.Hosting;

/// <summary>
/// Of a request that names no host nothing can be made: no link, no way on. Only what looks whether the server lives is answered, since
/// it may speak HTTP/1.0, which has no names.
/// </summary>
internal static class NamedRequests
{
    public static Task Only(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.HasValue || context.Request.Path.StartsWithSegments("/healthz"))
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync("The request names no host: send it with the header Host.");
    }
}
