using NodaTime;
using NodaTime.Text;
using Rung.Core.Wording;

namespace Rung.Core.Evidence;

/// <summary>Instants of a pack: in the desk's zone, which is named each time, and in the customer's where it shows another time.</summary>
internal sealed record EvidenceTimes(DateTimeZone Desk, DateTimeZone? Theirs)
{
    private static readonly LocalDateTimePattern Whole = LocalDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM uuuu HH:mm"
    );

    /// <summary>"Sun 28 Mar 2027 03:40 BST", and on the next line "06:40 +04 for them".</summary>
    public string Of(Instant at)
    {
        var desk = $"{Whole.Format(at.InZone(Desk).LocalDateTime)} {Say.ZoneName(at, Desk)}";
        return Theirs is null || Theirs.GetUtcOffset(at) == Desk.GetUtcOffset(at)
            ? desk
            : $"{desk}\n{Their(at, Theirs)} {Say.ZoneName(at, Theirs)} for them";
    }

    /// <summary>The same on one line.</summary>
    public string Line(Instant at) => Of(at).Replace("\n", ", ", StringComparison.Ordinal);

    public string OrNothing(Instant? at) => at is { } known ? Of(known) : "";

    private string Their(Instant at, DateTimeZone theirs) =>
        at.InZone(theirs).Date == at.InZone(Desk).Date ? Say.TimeOfDay(at, theirs) : Say.At(at, theirs);
}
