namespace Rung.Server.Api.Binding;

internal static class JsonBytes
{
    /// <summary>The longest body that is read.</summary>
    public const int Most = 1 << 20;

    /// <summary>The longest body that the endpoint of a request reads.</summary>
    public static long MostOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? Most;

    /// <summary>The whole body; null when it is longer than <see cref="MostOf"/> says.</summary>
    public static async ValueTask<byte[]?> Read(HttpContext context)
    {
        var most = MostOf(context);
        if (context.Request.ContentLength is { } length)
        {
            return length > most ? null : await Whole(context, (int)length);
        }
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (read.Length + count > most)
            {
                return null;
            }
            await read.WriteAsync(buffer.AsMemory(0, count));
        }
        return read.ToArray();
    }

    private static async ValueTask<byte[]> Whole(HttpContext context, int length)
    {
        var whole = new byte[length];
        await context.Request.Body.ReadExactlyAsync(whole, context.RequestAborted);
        return whole;
    }
}

/// <summary>An endpoint that reads longer bodies than others.</summary>
internal sealed record LargestBody(long Bytes);
