using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Promises;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Commands.ClockCompute;
using Rung.Storage.Promises;

namespace Rung.Server.Commands.Promises;

/// <summary>Which lines of which desk's book are asked for, in the words of the API.</summary>
/// <param name="Desk">Null: the only one.</param>
/// <param name="Within">A length as ISO 8601 writes it, or "all".</param>
internal sealed record PromisesAsk(string? Desk, string Within)
{
    public const int MostOfPage = 200;
    public const string Everything = "all";

    // Answers of a newer desk may say more than this program knows.
    private static readonly JsonSerializerOptions Lenient = new(ApiJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>Id of the customer to whom it is owed; null: to whomever.</summary>
    public string? Customer { get; init; }
    public string? Owner { get; init; }
    public string? Kind { get; init; }
    public string? State { get; init; }

    /// <summary>Who asks; null: nobody in particular.</summary>
    public Actor? As { get; init; }

    public static bool IsSpan(string text)
    {
        var findings = new FirstFinding();
        return text == Everything || (IsoDuration.Read(text, findings) >= Duration.Zero && findings.First is null);
    }

    public static PromisesBody Read(string json) => JsonSerializer.Deserialize<PromisesBody>(json, Lenient)!;

    public string PathAt(string desk)
    {
        var of = Customer is null ? "" : $"customers/{Uri.EscapeDataString(Customer)}/";
        var path = new StringBuilder(
            $"/api/v1/{Uri.EscapeDataString(desk)}/{of}promises?take={MostOfPage}&within={Uri.EscapeDataString(Within)}"
        );
        foreach (var (name, value) in ((string, string?)[])[("owner", Owner), ("kind", Kind), ("state", State)])
        {
            path.Append(value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}");
        }
        return path.ToString();
    }

    public PromiseQuery QueryAt(Core.Guides.Guide guide, Instant now) =>
        new(guide.Document.Id, now)
        {
            Mails = guide.Desk.Name,
            Customer = Customer,
            Viewer = As ?? Actor.Desk,
            Until = Within == Everything ? null : now + IsoDuration.Read(Within, new FirstFinding()),
            Owner = Owner,
            Kind = Kind is null ? null : Choice.Parse<PromiseKind>(Kind),
            Standing = State is null ? PromiseStanding.Owed : Choice.Parse<PromiseStanding>(State)!.Value,
            Take = MostOfPage,
        };

    /// <returns>What is to be said when the desk cannot be told from the words; null: it can.</returns>
    public Asking.FoundText? Unclear(IReadOnlyList<string> known) =>
        Asking.DeskChoice.Fault(Desk, known) is { } fault ? Asking.FoundText.None(fault, ExitCode.Usage) : null;
}
