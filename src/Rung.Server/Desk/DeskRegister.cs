using System.Diagnostics.CodeAnalysis;
using NodaTime;
using Rung.Core.Cases.Versions;
using Rung.Core.Guides;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>
/// The desks of this installation, each with the version of its guide that is in force today and those that cases keep
/// (ESS-02, ESS-03). A version takes force at midnight, on the desk's wall clock, of the day that it names.
/// </summary>
public sealed class DeskRegister
{
    private readonly IReadOnlyList<Guide> _found;
    private readonly IReadOnlyList<Guide> _kept;
    private readonly Func<Guide, LocalDate> _dateAt;
    private readonly IReadOnlyList<DeskVersions> _desks;
    private readonly Dictionary<(string Desk, string Version), Guide> _versions;

    /// <param name="found">Every version there is a file of, in the order the desks are shown.</param>
    /// <param name="kept">Versions that only cases still keep; never in force.</param>
    /// <param name="dateAt">Today's date at a desk.</param>
    public DeskRegister(IReadOnlyList<Guide> found, IReadOnlyList<Guide> kept, Func<Guide, LocalDate> dateAt)
    {
        (_found, _kept, _dateAt) = (found, kept, dateAt);
        _desks = [.. found.GroupBy(guide => guide.Document.Id).Select(desk => new DeskVersions([.. desk], dateAt))];
        _versions = found.Concat(kept).ToDictionary(guide => (guide.Document.Id, guide.Document.Version));
    }

    /// <summary>The same, with mails that lead to their case by a link.</summary>
    public DeskRegister WithCaseLinks()
    {
        static Guide Linked(Guide guide) => guide with { CaseLinks = Permission.Yes };
        return new DeskRegister([.. _found.Select(Linked)], [.. _kept.Select(Linked)], _dateAt);
    }

    /// <summary>The guides in force; a desk of which no version is in force is not among them.</summary>
    public IReadOnlyList<Guide> Active => [.. _desks.Select(desk => desk.InForce).OfType<Guide>()];

    /// <summary>Every version that was, is or is to be in force, the one with the latest first day first.</summary>
    public IEnumerable<Guide> Enacted =>
        All.Where(guide => guide.Document.IsEnacted).OrderByDescending(guide => guide.Document.EffectiveFrom);

    /// <summary>Desks of which no version is in force today.</summary>
    public IEnumerable<string> Without => _desks.Where(desk => desk.InForce is null).Select(desk => desk.Id);

    /// <summary>Every version of every guide that cases may have been logged under.</summary>
    public IEnumerable<Guide> All => _versions.Values;

    public bool TryGet(string? desk, [NotNullWhen(true)] out Guide? guide)
    {
        guide = _desks.FirstOrDefault(one => one.Id == desk)?.InForce;
        return guide is not null;
    }

    /// <summary>Whether there is a file of the version: one that only cases keep never takes force.</summary>
    public bool IsFound(Guide guide) => _found.Any(one => IsSame(one, guide));

    /// <summary>Every version of a desk's guide, the one with the latest first day first.</summary>
    public IReadOnlyList<Guide> VersionsOf(string desk) =>
        [
            .. All.Where(guide => guide.Document.Id == desk)
                .OrderByDescending(guide => guide.Document.EffectiveFrom)
                .ThenByDescending(guide => guide.Document.Version, StringComparer.Ordinal),
        ];

    /// <summary>The guide that a case under this version keeps (semantics 29).</summary>
    /// <exception cref="InvalidOperationException">The version is not known here: its guide file was taken away.</exception>
    public Guide Pinned(string desk, string version) =>
        Find(desk, version)
        ?? throw new InvalidOperationException($"Guide {desk} {version} is not known to this installation.");

    /// <summary>The day before the next version of the guide took, or takes, force; null: none follows, or it does on the same day.</summary>
    public LocalDate? LastDayOf(Guide guide)
    {
        var next = Enacted.LastOrDefault(one =>
            one.Document.Id == guide.Document.Id && one.Document.EffectiveFrom > guide.Document.EffectiveFrom
        );
        return next?.Document.EffectiveFrom.PlusDays(-1);
    }

    private static bool IsSame(Guide one, Guide other) =>
        (one.Document.Id, one.Document.Version) == (other.Document.Id, other.Document.Version);

    /// <returns>Null: there is no such version here.</returns>
    public Guide? Find(string desk, string version) => _versions.GetValueOrDefault((desk, version));

    /// <summary>The guide a case is handled by: the version it was logged under, or was moved to since.</summary>
    /// <inheritdoc cref="Pinned"/>
    public Guide GuideOf(CaseHistory history) => Pinned(history.Desk, MovedToVersion.VersionOf(history.Events));
}
