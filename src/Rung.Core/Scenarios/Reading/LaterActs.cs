using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Acts that the language has and nothing carries out yet: mail that is not logged. Their
/// keys are checked, so that a scenario written today can be trusted when they come.
/// </summary>
internal static class LaterActs
{
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        new Dictionary<string, string[]>
        {
            ["receive"] = ["as", "from", "subject", "tells", "text"],
            ["logMail"] = ["as", "mail", "kind", "services", "answers"],
        };

    public static Act Read(MapReader map, string key, string[] keys)
    {
        map.Map(key, $"`{key}`", act => Keys(act, keys));
        return new Act(key, Command: null);
    }

    private static string[] Keys(MapReader act, string[] keys)
    {
        foreach (var key in keys)
        {
            act.Find(key);
        }
        if (act.OptionalText("as") is { } name && act.Has("as"))
        {
            act.Context.Names.Define(NameKind.Case, name, act.PlaceOf("as"));
        }
        return keys;
    }
}
