using NodaTime;
using Rung.Core.Guides;

namespace Rung.Server.Desk;

/// <summary>The versions of one desk's guide, and which is in force today.</summary>
internal sealed class DeskVersions
{
    private readonly Guide[] _active;
    private readonly Func<Guide, LocalDate> _dateAt;

    /// <param name="versions">At least one, all of the same guide.</param>
    /// <param name="dateAt">Today's date at the desk; it never goes back.</param>
    public DeskVersions(IReadOnlyList<Guide> versions, Func<Guide, LocalDate> dateAt)
    {
        Id = versions[0].Document.Id;
        _dateAt = dateAt;
        _active =
        [
            .. versions
                .Where(guide => guide.Document.Status == GuideStatus.Active)
                .OrderByDescending(guide => guide.Document.EffectiveFrom),
        ];
    }

    public string Id { get; }

    /// <summary>Of those whose day has come the latest; null: none has.</summary>
    public Guide? InForce => Array.Find(_active, guide => guide.Document.EffectiveFrom <= _dateAt(guide));
}
