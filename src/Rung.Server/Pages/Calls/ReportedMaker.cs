using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Calls;

/// <summary>
/// Live cases that may be the same matter: same service, lately or with calls linked already. Those of the caller's own
/// organisation, trust or group come first.
/// </summary>
internal static class ReportedMaker
{
    private const int Most = 3;
    private static readonly Duration Lately = Duration.FromHours(24);

    public static IReadOnlyList<ReportedView> Of(CallScene scene) =>
        [
            .. Alike(scene)
                .OrderByDescending(call => scene.Group.Contains(call.Row.CustomerId))
                .ThenByDescending(call => call.Row.Children)
                .ThenByDescending(call => call.Row.LoggedAt)
                .Take(Most)
                .Select(call => View(call, scene)),
        ];

    /// <summary>All that may be the same matter, newest first.</summary>
    public static IEnumerable<LiveCall> Alike(CallScene scene)
    {
        var services = scene.Case?.State.Services ?? scene.Form.Services;
        var linked = scene.Case?.State.Links.Select(link => link.Other).ToHashSet() ?? [];
        var now = scene.Visit.Now;
        return scene.Kind != "fault" || services.Count == 0
            ? []
            : scene
                .Live.Where(call =>
                    call.Row is { Kind: "fault", Parent: null } && call.Row.Reference != scene.Case?.State.Reference
                )
                .Where(call => !linked.Contains(call.Row.Reference) && call.Services.Intersect(services).Any())
                .Where(call => now - call.Row.LoggedAt < Lately || call.Row.Children > 0)
                .Where(call => call.Row.Condition is Condition.Open or Condition.Assigned or Condition.OnHold);
    }

    private static ReportedView View(LiveCall call, CallScene scene)
    {
        var row = call.Row;
        var since = MomentWords.Near(row.LoggedAt, scene.Visit.Now, scene.Visit.Zone);
        var what = IsOfGroup(row.CustomerId, scene) ? "same service and group" : "same service";
        var why =
            row.Children > 0 ? $"{row.Children} calls linked, since {since}" : $"{what}, {row.CustomerName}, {since}";
        return new ReportedView(row.Reference.Text, Addresses.Case(row.Desk, row.Reference.Text), row.Subject, why);
    }

    private static bool IsOfGroup(string customer, CallScene scene) =>
        customer != scene.Customer?.Id && scene.Group.Contains(customer);
}
