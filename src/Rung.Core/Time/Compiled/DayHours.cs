namespace Rung.Core.Time.Compiled;

/// <summary>The hours of one date on the wall clock, as nanoseconds from its midnight, and why it is closed otherwise.</summary>
internal sealed record DayHours(IReadOnlyList<OpenSpan> Spans, ClosedReason Closed)
{
    /// <summary>
    /// The same hours span by span, as the guide writes them. These are what becomes instants: where the clock jumps, a
    /// span that begins in the gap moves, and must not carry along another span that it touches.
    /// </summary>
    public IReadOnlyList<OpenSpan> Written { get; private init; } = Spans;

    public bool IsWorking => Spans.Count > 0;

    public bool IsWholeDay => Spans.Count == 1 && Spans[0].From == 0 && Spans[0].To >= Nanos.Day;

    public long Length => Spans.Sum(span => span.To - span.From);

    public static DayHours Of(IReadOnlyList<DailySpan> spans, ClosedReason closed)
    {
        var raw = spans.Select(span => new OpenSpan(span.From.NanosecondOfDay, span.EndNanosecond)).ToList();
        return new DayHours(SpanAlgebra.Normalise([.. raw], 0, 2 * Nanos.Day), closed) { Written = raw };
    }
}
