namespace Rung.Server.Pages.Hosting;

/// <summary>Nothing from elsewhere, nothing inline, no page inside another's.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    // Whoever came encrypted once comes no other way; what else is under the host's name is not ours to speak for.
    private const string AYear = "max-age=31536000";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY"; // for browsers that do not know frame-ancestors
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = AYear;
        }
        return next(context);
    }

    /// <summary>This answer is shown inside a page of ours, and nowhere else.</summary>
    public static void LetUsFrame(HttpContext context) => context.Response.Headers.XFrameOptions = "SAMEORIGIN";
}
