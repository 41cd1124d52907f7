using Rung.Core.Time;

namespace Rung.Core.Guides.Reading;

/// <summary>The public holidays at hand: region, for example <c>england-wales</c>, to what its file says.</summary>
public sealed record HolidayLibrary(IReadOnlyDictionary<string, HolidayFileResult> Regions)
{
    /// <summary>More sets of these regions, for other years: they add up.</summary>
    public IReadOnlyList<HolidaySet> Further { get; init; } = [];

    /// <summary>No holidays of any region.</summary>
    public static HolidayLibrary Empty { get; } = new(new Dictionary<string, HolidayFileResult>());

    /// <summary>A library of ready sets, each under its region.</summary>
    public static HolidayLibrary Of(params IEnumerable<HolidaySet> sets) =>
        new(sets.ToDictionary(set => set.Region, set => new HolidayFileResult(set, [])));
}
