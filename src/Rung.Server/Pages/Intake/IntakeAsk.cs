using System.Globalization;
using Rung.Server.Api.Binding;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Intake;

internal enum IntakeList
{
    /// <summary>To be logged.</summary>
    Waiting,

    /// <summary>To be logged, and late.</summary>
    Overdue,
    SetAside,
    LeftAlone,
}

/// <summary>Which list of the intake an address asks for; words that mean nothing are left out.</summary>
internal static class IntakeAsk
{
    private static readonly (string Word, IntakeList List, string Title)[] Lists =
    [
        ("", IntakeList.Waiting, "To be logged"),
        ("overdue", IntakeList.Overdue, "Log-by missed"),
        ("set-aside", IntakeList.SetAside, "Set aside"),
        ("left-alone", IntakeList.LeftAlone, "Left alone"),
    ];

    public static IntakeList Of(Visit visit) =>
        Lists.FirstOrDefault(one => one.Word == (visit.Query("view") ?? "")).List;

    /// <summary>The last mail of the page before; 0: the first page.</summary>
    public static long After(Visit visit) =>
        long.TryParse(visit.Query(PageLink.After), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : 0;

    public static string Href(string desk, IntakeList list, long after = 0)
    {
        var word = Lists.First(one => one.List == list).Word;
        string[] query =
        [
            .. word.Length > 0 ? [$"view={word}"] : (string[])[],
            .. after > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{PageLink.After}={after}")] : (string[])[],
        ];
        return query.Length == 0 ? Addresses.Intake(desk) : $"{Addresses.Intake(desk)}?{string.Join('&', query)}";
    }

    public static IReadOnlyList<IntakeTab> Tabs(string desk, IntakeList current) =>
        [.. Lists.Select(one => new IntakeTab(one.Title, Href(desk, one.List), one.List == current))];
}
