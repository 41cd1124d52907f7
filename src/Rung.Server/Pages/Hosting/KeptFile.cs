namespace Rung.Server.Pages.Hosting;

/// <summary>A file that somebody sent: bytes to be kept. No browser shows them in place, whatever they are.</summary>
internal static class KeptFile
{
    public static IResult Of(HttpContext context, byte[] bytes, string name)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(bytes, "application/octet-stream", name);
    }
}
