using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rung.Server.Accounts.Issuers;

/// <summary>The file that says at whose sign-in people may sign in, as it is written.</summary>
internal sealed record IssuerFile(IReadOnlyList<WrittenIssuer> Issuers)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="JsonException">It is none.</exception>
    public static IssuerFile Read(string text) =>
        JsonSerializer.Deserialize<IssuerFile>(text, Strict) ?? throw new JsonException("It is empty.");
}

/// <summary>One of them, as it is written.</summary>
internal sealed record WrittenIssuer(
    string Id,
    string Name,
    string Issuer,
    string Client,
    IReadOnlyList<string> Domains
)
{
    /// <summary>A file with the secret, beside this one unless it says where.</summary>
    public string? SecretFile { get; init; }

    /// <summary>The variable of the environment that has it.</summary>
    public string? SecretEnvironment { get; init; }

    public string? Desk { get; init; }
    public IReadOnlyList<string>? Customers { get; init; }
    public string? Claim { get; init; }
    public string? Verified { get; init; }
}
