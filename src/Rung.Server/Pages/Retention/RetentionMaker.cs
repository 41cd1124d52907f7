using System.Globalization;
using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Retention;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Words;
using Rung.Server.Retention;
using Rung.Storage.Cases;
using Rung.Storage.Retention;

namespace Rung.Server.Pages.Retention;

/// <summary>Retention in words.</summary>
internal static class RetentionMaker
{
    public static RetentionRowView Row(RetentionLook look) =>
        new(Sentence(RetentionWords.What(look.Category)), Kept(look))
        {
            RunOut = look.IsCarriedOut ? RunOut(look) : null,
            Held = look.Held > 0 ? $"{Number(look.Held)} kept by a legal hold" : null,
        };

    /// <summary>"12", "more than 1,000": how many things have run out and would end.</summary>
    public static string Number(IReadOnlyList<RetentionLook> looks) =>
        looks.Any(IsMore) ? $"more than {Number(RetentionDesk.MostCounted)}" : Number(looks.Sum(look => look.RunOut));

    /// <summary>What whoever begins it has seen: how many would end, and by which rules.</summary>
    public static string Seen(RetentionRules rules, IReadOnlyList<RetentionLook> looks) =>
        $"{Number(looks)} by {rules.Text}";

    /// <summary>"today 10:00 by Service Desk Manager"; null: nobody did.</summary>
    public static string? Begun(Visit visit, RetentionStart? start) =>
        start is null ? null : $"{MomentWords.Near(start.At, visit.Now, visit.Zone)} by {start.By.Name}";

    /// <summary>Those of a day, a category and a rule together; the latest first, as they are given.</summary>
    public static IReadOnlyList<RetentionDeedView> Deeds(IReadOnlyList<RetentionDeed> deeds, DateTimeZone zone) =>
        [
            .. deeds
                .GroupBy(one => (one.At.InZone(zone).Date, one.Category, one.Rule, one.GuideVersion))
                .Select(group => new RetentionDeedView(
                    MomentWords.Date(group.Key.Date),
                    $"{Sentence(RetentionWords.What(group.Key.Category))}: {group.Sum(one => one.Count)}",
                    $"{group.Key.Rule}, guide {group.Key.GuideVersion}",
                    [.. group.Where(IsOfWork).SelectMany(About)]
                )),
        ];

    private static string Kept(RetentionLook look) =>
        look.For is not { } time ? "without end"
        : look.IsCarriedOut ? $"{time} from {RetentionWords.From(look.Category)}"
        : $"{time} from {RetentionWords.From(look.Category)}; another desk keeps it longer, and it is one for all";

    private static string RunOut(RetentionLook look) =>
        IsMore(look) ? $"More than {Number(RetentionDesk.MostCounted)} have run out"
        : look.RunOut > 0 ? $"{Number(look.RunOut)} run out"
        : "None has run out";

    private static bool IsMore(RetentionLook look) => look.RunOut > RetentionDesk.MostCounted;

    // Of complaints not even the references are told (ESS-93).
    private static bool IsOfWork(RetentionDeed deed) => Shelf.DeskOf(deed.Desk) == deed.Desk;

    private static IEnumerable<string> About(RetentionDeed deed)
    {
        var all = deed.About.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return deed.Category == RetentionCategory.LeftAloneMails ? all.Select(id => $"mail {id}") : all;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
