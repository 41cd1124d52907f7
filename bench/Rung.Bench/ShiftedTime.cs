using NodaTime;

namespace Rung.Bench;

/// <summary>The machine's clock, set to another date; it runs at the same speed.</summary>
public sealed class ShiftedTime(Instant begins) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => begins.ToDateTimeOffset() + System.GetElapsedTime(_started);
}
