using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Reports;
using Rung.Core.Scenarios.Running;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Expectations of complaints: the date of the rest (<c>followUp</c>), <c>managementRoute</c>, which roles may see the case
/// (<c>seenBy</c>, <c>hiddenFrom</c>), how many were sent on to log formally (<c>redirects</c>), and the counts of <c>report</c>.
/// </summary>
internal static class ComplaintExpectations
{
    private const string None = "none";

    private static readonly (string Key, Func<ComplaintRow, int> Actual)[] Counts =
    [
        ("within", row => row.InTime),
        ("of", row => row.All),
        ("holding", row => row.Holding),
    ];

    public static IEnumerable<Expectation> Read(MapReader map)
    {
        if (map.Scalar("followUp", map.Find("followUp")) is { } date)
        {
            if (date.Text != None)
            {
                map.Date("followUp");
            }
            yield return Of(date, "followUp", date.Text, FollowUp);
        }
        if (map.Scalar("managementRoute", map.Find("managementRoute")) is { } route)
        {
            if (route.Text != None)
            {
                map.Context.Names.Use(NameKind.Route, route.Text, route.Place);
            }
            yield return Of(route, "managementRoute", route.Text, seen => seen.State?.Complaint?.Escalated?.Route);
        }
        if (map.Find("redirects") is { } node && map.OptionalWhole("redirects", 0, 1000) is { } wanted)
        {
            yield return Of(node, "redirects", $"{wanted}", seen => $"{seen.Desk.Redirects.Count}");
        }
        foreach (var (key, sees) in new[] { ("seenBy", true), ("hiddenFrom", false) })
        {
            foreach (var who in Roles(map, key))
            {
                yield return Of(who, key, who.Text, seen => Sees(seen, who.Text) == sees ? who.Text : "the contrary");
            }
        }
    }

    /// <summary>What is counted of all complaints of the desk: their first step.</summary>
    public static IEnumerable<Expectation> Report(MapReader map)
    {
        foreach (var (key, actual) in Counts)
        {
            if (map.Find(key) is { } node && map.OptionalWhole(key, 0, 1000) is { } wanted)
            {
                yield return Of(node, $"report.{key}", $"{wanted}", seen => $"{Counted(seen, actual)}");
            }
        }
    }

    private static int Counted(Observation seen, Func<ComplaintRow, int> actual)
    {
        var count = new ComplaintCount();
        foreach (var one in seen.Desk.Cases)
        {
            count.Take(seen.Guide, one.State, seen.Desk.Now, _ => true);
        }
        return count.Rows is [var first, ..] ? actual(first) : 0;
    }

    private static List<YamlScalar> Roles(MapReader map, string key)
    {
        var roles = map.Find(key) is { } node ? map.Scalars(key, node).ToList() : [];
        foreach (var role in roles.Where(role => role.Text != Actor.AgentRole))
        {
            map.Context.Names.Use(NameKind.Role, role.Text, role.Place);
        }
        return roles;
    }

    private static bool Sees(Observation seen, string role) =>
        seen.State is { } state
        && Restriction.Of(seen.Guide, state.Logged).Allows(new Actor(seen.Guide.RoleTitleOf(role), role));

    private static string RoleTitleOf(this Guide guide, string role) =>
        guide.Roles.FirstOrDefault(one => one.Id == role)?.Title ?? role;

    private static string? FollowUp(Observation seen) =>
        seen.State?.Complaint?.HoldingReplies is [.., { FollowUp: { } date }]
            ? date.ToString("uuuu-MM-dd", null)
            : null;

    private static Expectation Of(YamlNode node, string what, string wanted, Func<Observation, string?> actual) =>
        new(node.Place.Line, what, wanted, seen => actual(seen) ?? None);
}
