using System.IO.Compression;
using System.Text;
using Rung.Server.Api.Json;

namespace Rung.Server.SubjectAccess;

/// <summary>The zip, written as it is read: it may be larger than memory.</summary>
internal sealed class SubjectZip(ZipArchive zip, CancellationToken stop)
{
    public Task Add<T>(string name, T value) => Add(name, ApiJson.Write(value));

    public Task Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public async Task Add(string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        await using var stream = await entry.OpenAsync(stop);
        await stream.WriteAsync(content, stop);
    }
}
