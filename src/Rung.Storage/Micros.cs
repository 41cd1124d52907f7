using NodaTime;

namespace Rung.Storage;

/// <summary>Instants and lengths as whole microseconds: what both databases can hold exactly.</summary>
public static class Micros
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1_000;

    /// <summary>Microseconds since the Unix epoch; a finer instant is cut towards the past.</summary>
    public static long Of(Instant instant) => Floor(instant.ToUnixTimeTicks());

    /// <summary>A finer length is cut towards zero.</summary>
    public static long Of(Duration duration) => duration.BclCompatibleTicks / TicksPerMicrosecond;

    public static Instant ToInstant(long micros) => Instant.FromUnixTimeTicks(checked(micros * TicksPerMicrosecond));

    public static Duration ToDuration(long micros) => Duration.FromTicks(checked(micros * TicksPerMicrosecond));

    /// <summary>The instant as it will be once stored.</summary>
    public static Instant Cut(Instant instant) => ToInstant(Of(instant));

    private static long Floor(long ticks)
    {
        var (micros, rest) = Math.DivRem(ticks, TicksPerMicrosecond);
        return rest < 0 ? micros - 1 : micros;
    }
}
