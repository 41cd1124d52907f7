namespace Rung.Core.Guides.Showing;

/// <summary>Conditions made of others, so told apart that a sentence keeps which belong together.</summary>
internal static class WhenGroups
{
    /// <summary>The same condition without groups of one, groups within groups of their own kind, and double denials.</summary>
    /// <returns>An <see cref="When.Any"/> without parts for one that never holds.</returns>
    public static When Simplest(When when) =>
        when switch
        {
            When.All all => All([.. all.Parts.Select(Simplest).SelectMany(OfAll)]),
            When.Any any => Any([.. any.Parts.Select(Simplest).SelectMany(OfAny)]),
            When.Not not => Not(Simplest(not.Part)),
            _ => when,
        };

    /// <summary>What stands between the parts of a condition that is no part of another.</summary>
    public static string Between(When.All all) => all.Parts.Any(HasCommas) ? "; " : ", ";

    /// <returns>Null for what is no group, or a group of nothing.</returns>
    public static WhenGroup? Of(When part) =>
        part switch
        {
            When.All all => new(Both(all), "and", all.Parts),
            When.Any { Parts.Count: > 0 } any => new("either", "or", any.Parts),
            When.Not { Part: When.Any any } => new("neither", "nor", any.Parts),
            When.Not { Part: When.All all } => new($"not {Both(all)}", "and", all.Parts),
            _ => null,
        };

    // A question has words of its own, which commas would run into each other.
    private static bool HasCommas(When part) => part is When.Answered or When.Numbered || Of(part) is not null;

    private static string Both(When.All all) => all.Parts.Count == 2 ? "both" : "all of";

    private static IEnumerable<When> OfAll(When part) => part is When.All all ? all.Parts : [part];

    private static IEnumerable<When> OfAny(When part) => part is When.Any any ? any.Parts : [part];

    private static When All(When[] parts)
    {
        When[] limits = [.. parts.Where(part => part is not When.Always)];
        return limits.Length switch
        {
            0 => When.Everything,
            1 => limits[0],
            _ => new When.All(limits),
        };
    }

    private static When Any(When[] parts) =>
        parts.Any(part => part is When.Always) ? When.Everything
        : parts.Length == 1 ? parts[0]
        : new When.Any(parts);

    private static When Not(When part) =>
        part switch
        {
            When.Not not => not.Part,
            When.Always => new When.Any([]),
            When.Any { Parts.Count: 0 } => When.Everything,
            _ => new When.Not(part),
        };
}

/// <summary>A group in words: the first before its parts, the next between them.</summary>
internal sealed record WhenGroup(string First, string Next, IReadOnlyList<When> Parts);
