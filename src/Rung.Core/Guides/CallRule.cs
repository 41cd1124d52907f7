using NodaTime;

namespace Rung.Core.Guides;

/// <summary>
/// Calls that are owed to the customer beside messages, since what failed may be what carries the messages. ESS-51.
/// </summary>
/// <param name="Flag">Id of the flag that such cases carry; its name is what pages say.</param>
/// <param name="On">Moments whose messages to the customer are to be told by telephone as well.</param>
/// <param name="Within">First row whose condition holds says by when; none: no call is owed.</param>
public sealed record CallRule(
    string Flag,
    IReadOnlyList<CaseMoment> On,
    IReadOnlyList<TargetTime> Within,
    string Calendar,
    string Cite
)
{
    /// <summary>
    /// Cases that, raised On-Hold, are asked about by telephone as well, while the hold lasts; null: none are. ESS-39.
    /// </summary>
    public When? Unclear { get; init; }

    /// <summary>When a call that is owed from <paramref name="from"/> on is due; null: none is owed.</summary>
    public Instant? DueFrom(CaseFacts facts, Instant from)
    {
        var row = Within.FirstOrDefault(time => facts.Hold(time.When));
        var due = row?.Allow.DueFrom(from, facts.Guide.Calendars[row.Calendar ?? Calendar]);
        return due is { Ok: true } reckoned ? reckoned.Value : null;
    }
}
