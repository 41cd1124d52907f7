using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Clocks;

/// <summary>A clock's ledger as a bar, two sentences and a table.</summary>
internal sealed class LedgerMaker
{
    private const double LongestClosed = 3;
    private readonly Ledger _ledger;
    private readonly Guide _guide;
    private readonly CaseState? _state;
    private readonly Instant _now;

    private LedgerMaker(Ledger ledger, Guide guide, CaseState? state, Instant now) =>
        (_ledger, _guide, _state, _now) = (ledger, guide, state, now);

    private ClockReading Reading => _ledger.Reading;

    private DateTimeZone Zone => _guide.DeskCalendar.Zone;

    /// <param name="state">Null: of a clock that no case has.</param>
    /// <returns>Null when there is nothing to show: the clock cannot be computed or has not begun.</returns>
    public static LedgerView? Of(Ledger ledger, Guide guide, CaseState? state, Instant now) =>
        ledger.Segments.Count == 0 ? null : new LedgerMaker(ledger, guide, state, now).View();

    private LedgerView View()
    {
        var segments = _ledger.Segments;
        var sheet = LedgerSheet.Of(_ledger, Zone);
        return new LedgerView
        {
            Title = Title(),
            Summary = LedgerText.Sentence(_guide, _state, _ledger),
            Cite = CiteMaker.Of(_guide, Reading.Time.Cite),
            Segments = [.. segments.Zip(sheet.Rows, Segment)],
            StartWords = MomentWords.Short(segments[0].From, Zone),
            EndWords = EndWords(segments[^1].To),
            NowWords = Reading.IsStopped ? null : $"now {MomentWords.Time(_now, Zone)}",
            Sums = sheet.Sums,
            ClockData = _state?.Closed?.ClockData ?? ClockData.Version(_guide),
        };
    }

    private string Title() =>
        Reading.State switch
        {
            ClockState.Paused => "Why the clock stands still",
            ClockState.Met => $"How “{Reading.Target.Name}” was met",
            ClockState.Missed => $"How “{Reading.Target.Name}” was missed",
            _ when Reading.Due is { } due && due < _now => $"Why it was due {At(due)}",
            _ when Reading.Due is { } due => $"Why it is due {At(due)}",
            _ => "How the clock runs",
        };

    private string EndWords(Instant end) =>
        Reading switch
        {
            { State: ClockState.Paused } => "on hold",
            { IsStopped: true } => $"stopped {MomentWords.Short(end, Zone)}",
            { Due: { } due } when due < end => $"now {MomentWords.Time(end, Zone)}",
            _ => $"due {MomentWords.Short(end, Zone)}",
        };

    private LedgerSegmentView Segment(LedgerSegment segment, LedgerRow row)
    {
        var length = segment.To - segment.From;
        return new(KindOf(segment.Kind), row)
        {
            From = segment.From,
            To = segment.To,
            Weight = Weight(segment, length),
            Label = Label(segment, length),
            Cite = CiteMaker.Of(_guide, segment.Cite),
            Ahead = segment.From >= _now,
        };
    }

    // Nights and holidays are drawn short: what counts is what the bar is about.
    private static double Weight(LedgerSegment segment, Duration length) =>
        segment.Kind switch
        {
            SegmentKind.Closed or SegmentKind.NotStarted or SegmentKind.Resolved => Math.Clamp(
                length.TotalHours * 0.12,
                0.3,
                LongestClosed
            ),
            SegmentKind.Paused => Math.Clamp(length.TotalHours, 0.5, 8),
            _ => Math.Max(length.TotalHours, 0.05),
        };

    private string? Label(LedgerSegment segment, Duration length) =>
        segment.Kind switch
        {
            SegmentKind.Paused => $"on hold {LengthWords.Left(length, null)}",
            SegmentKind.Closed when segment.Why is "desk closed" =>
                $"closed {MomentWords.Time(segment.From, Zone)} – {MomentWords.Time(segment.To, Zone)}",
            SegmentKind.Closed => segment.Why,
            SegmentKind.Overdue => "over",
            _ => null,
        };

    private string At(Instant at) => MomentWords.Near(at, _now, Zone);

    private static SegmentLook KindOf(SegmentKind kind) =>
        kind switch
        {
            SegmentKind.Counted => SegmentLook.Counted,
            SegmentKind.ToCome => SegmentLook.ToCome,
            SegmentKind.Overdue => SegmentLook.Over,
            SegmentKind.Paused => SegmentLook.Paused,
            SegmentKind.Closed or SegmentKind.Resolved or SegmentKind.NotStarted => SegmentLook.Closed,
            _ => throw new NotSupportedException($"No stretch for {kind}."),
        };
}
