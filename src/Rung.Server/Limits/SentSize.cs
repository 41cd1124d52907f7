using Microsoft.AspNetCore.Http.Features;

namespace Rung.Server.Limits;

/// <summary>How much a request sends.</summary>
internal static class SentSize
{
    /// <summary>So many bytes have room as long as anything has: words, not files.</summary>
    public const long Small = 64 * 1024;

    private const int BytesOfKib = 1024;

    /// <summary>Its bytes; null: it does not say beforehand, as many programs do not.</summary>
    public static long? Of(HttpContext context) => context.Request.ContentLength ?? (HasBody(context) ? null : 0);

    /// <summary>A part of a KiB counts as a whole one.</summary>
    public static long Kib(long bytes) => (bytes + BytesOfKib - 1) / BytesOfKib;

    private static bool HasBody(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
}
