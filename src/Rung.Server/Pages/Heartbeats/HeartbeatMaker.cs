using System.Globalization;
using Rung.Core.Cases;
using Rung.Server.Desk.Heartbeats;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Pages.Heartbeats;

/// <summary>Heartbeats as the desk's pages show them.</summary>
internal static class HeartbeatMaker
{
    public static HeartbeatRowView Row(Visit visit, Heartbeat heartbeat) =>
        new(heartbeat.Id, heartbeat.Name, HeartbeatAddresses.One(visit.Desk, heartbeat.Id), State(visit, heartbeat))
        {
            IsSilent = heartbeat.IsSilent,
            About =
                $"{heartbeat.CustomerName}{(heartbeat.Site is { } site ? $", {site}" : "")} · every {HeartbeatWords.Every(heartbeat.Every)}",
            CaseReference = SilentCase(heartbeat)?.Text,
            CaseHref = CaseHref(visit, heartbeat),
        };

    /// <summary>The case that its silence is on; null: it is not silent, or there is none.</summary>
    public static CaseReference? SilentCase(Heartbeat heartbeat) => heartbeat.IsSilent ? heartbeat.Case : null;

    public static string? CaseHref(Visit visit, Heartbeat heartbeat) =>
        SilentCase(heartbeat) is { } silent ? Addresses.Case(visit.Desk, silent.Text) : null;

    public static string Summary(IReadOnlyList<Heartbeat> all)
    {
        var silent = all.Count(one => one.IsSilent);
        return all.Count == 0 ? "None is registered"
            : silent == 0 ? string.Create(CultureInfo.InvariantCulture, $"{all.Count} registered, none is silent")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{all.Count} registered, {silent} {(silent == 1 ? "is" : "are")} silent"
            );
    }

    public static string State(Visit visit, Heartbeat heartbeat)
    {
        string Near(NodaTime.Instant at) => MomentWords.Near(at, visit.Now, visit.Zone);
        var heard = heartbeat.HeardAt is { } at
            ? $"heard of last {Near(at)} {(heartbeat.By == HeardBy.Mail ? "by mail" : "over the API")}"
            : "never heard of";
        return heartbeat switch
        {
            { Suspended: { } why } => $"{why} {Capital(heard)}.",
            { SilentSince: { } since } => $"Silent since {Near(since)}, {heard}.",
            { DueAt: { } due } => $"{Capital(heard)}; expected by {Near(due)}.",
            _ => $"{Capital(heard)}.",
        };
    }

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
