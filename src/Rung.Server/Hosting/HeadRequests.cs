namespace Rung.Server.Hosting;

/// <summary>
/// What can be got can be asked for its head (RFC 9110, 9.3.2): it is answered as a GET, and the server leaves the body
/// away. Not so the stream of events, which has no end.
/// </summary>
internal static class HeadRequests
{
    public static Task AsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && !LiveEndpoint.Serves(context.Request.Path))
        {
            context.Request.Method = HttpMethods.Get;
        }
        return next(context);
    }
}
