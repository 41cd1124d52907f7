using System.Text;
using System.Text.Json.Nodes;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>One request, while it is put together and broken.</summary>
internal sealed class FuzzRequest(ApiOperation operation, string desk)
{
    public const string Json = "application/json";
    private const int Shown = 2_000;

    public ApiOperation Operation => operation;
    public string Desk => desk;
    public string Method { get; set; } = operation.Method;

    /// <summary>What stands for the parts of the path, as it is before it is escaped.</summary>
    public Dictionary<string, string> Parts { get; } = [];
    public List<(string Name, string Value)> Query { get; } = [];
    public List<(string Name, string Value)> Headers { get; } = [];
    public JsonNode? Body { get; set; }

    /// <summary>Instead of the body: what is not JSON, or not a text.</summary>
    public byte[]? Bytes { get; set; }
    public string Type { get; set; } = Json;

    public bool IsHead => Method == "HEAD";

    /// <summary>Why it can in no way be carried out; null: it may be.</summary>
    public string? Broken { get; set; }

    public string Address
    {
        get
        {
            var path = Parts.Aggregate(
                operation.Path,
                (text, part) =>
                    text.Replace($"{{{part.Key}}}", Uri.EscapeDataString(part.Value), StringComparison.Ordinal)
            );
            var query = Query.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}");
            return Query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
        }
    }

    private byte[]? Sent => Bytes ?? (Body is null ? null : Encoding.UTF8.GetBytes(Body.ToJsonString()));

    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Address);
        if (Sent is { } bytes)
        {
            message.Content = new ByteArrayContent(bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
        }
        Headers.ForEach(header => message.Headers.TryAddWithoutValidation(header.Name, header.Value));
        return message;
    }

    public override string ToString()
    {
        var body = Sent is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        var headers = string.Concat(Headers.Select(header => $"\n{header.Name}: {header.Value}"));
        var type = Sent is null ? "" : $"\nContent-Type: {Type}";
        return $"{Method} {Address}{headers}{type}\n\n{(body.Length > Shown ? body[..Shown] + " …" : body)}";
    }
}
