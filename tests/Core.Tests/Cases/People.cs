using Rung.Core.Cases;

namespace Rung.Core.Tests.Cases;

/// <summary>Who acts in the tests.</summary>
internal static class People
{
    public static Actor Agent { get; } = new("Agent 1", Actor.AgentRole);
    public static Actor TeamLeader { get; } = new("Team Leader", "team-leader");
    public static Actor Contact { get; } = new("School office", Actor.ContactRole);

    public static Reporter Reporter { get; } =
        new(
            "millbrook",
            "Millbrook Primary",
            "School office",
            "site-administrator",
            "01632 960041",
            "office@millbrook.example.org"
        );
}

/// <summary>Answers to the schools desk's intake.</summary>
internal static class Answers
{
    public static IReadOnlyDictionary<string, string> DownForSome { get; } = Fault("some", "cannot-use");

    public static IReadOnlyDictionary<string, string> AllDown { get; } = Fault("everything", "cannot-use");

    public static IReadOnlyDictionary<string, string> Fault(string affected, string effect) =>
        new Dictionary<string, string>
        {
            ["affected"] = affected,
            ["effect"] = effect,
            ["details"] = "Users see an error when they sign in",
            ["tried"] = "Another browser, another account",
            ["help-guides"] = "followed",
        };
}
