using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.TimeZones;
using Rung.Core.History.Mapping;

namespace Rung.Core.History.Lines;

/// <summary>From a cell to an instant: formats in order, wall time in the log's zone (semantics 28).</summary>
internal sealed class TimeReader(LogTimes times)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private readonly TimeFormat[] _formats = [.. times.Formats.Select(TimeFormat.Of)];

    /// <returns>Null when there is an instant, else what is wrong with the cell, as "not …": what the cell is.</returns>
    public string? Read(string cell, out ReadTime time)
    {
        time = default;
        if (Written(cell) is not { } written)
        {
            return $"not a time written as {string.Join(" or ", times.Formats)}";
        }
        if (written.Local.Year is < FirstYear or > LastYear)
        {
            return $"outside {FirstYear} to {LastYear}";
        }
        time = written.Offset is { } offset
            ? new(Whole(written.Local.WithOffset(offset).ToInstant()), ClockChange.None)
            : OnTheWall(written.Local);
        return null;
    }

    private WrittenTime? Written(string cell)
    {
        foreach (var format in _formats)
        {
            if (format.Read(cell) is { } written)
            {
                return written;
            }
        }
        return null;
    }

    // A time that was skipped is later by the gap; of one that came twice the earlier is taken, unless what stands before it
    // in the log says that it was the later.
    private ReadTime OnTheWall(LocalDateTime local)
    {
        var mapping = times.Zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => new(Whole(mapping.Single().ToInstant()), ClockChange.None),
            0 => new(
                Whole(
                    Resolvers
                        .ReturnForwardShifted(local, times.Zone, mapping.EarlyInterval, mapping.LateInterval)
                        .ToInstant()
                ),
                ClockChange.Skipped
            ),
            _ => new(Whole(mapping.First().ToInstant()), ClockChange.Twice)
            {
                Later = Whole(mapping.Last().ToInstant()),
            },
        };
    }

    private static Instant Whole(Instant instant) =>
        NodaConstants.UnixEpoch.PlusTicks(instant.ToUnixTimeTicks() / 10 * 10);

    internal static string Short(string cell) => cell.Length <= 40 ? cell : string.Concat(cell.AsSpan(0, 39), "…");
}

/// <param name="Change">What the clocks of the zone did at that wall time.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReadTime(Instant At, ClockChange Change)
{
    /// <summary>The second of the two instants at which the wall clock showed it; null: there is one only.</summary>
    public Instant? Later { get; init; }
}

/// <summary>Whether a wall time without an offset names exactly one instant.</summary>
public enum ClockChange
{
    /// <summary>It does.</summary>
    None,

    /// <summary>The clocks went forward over it: read as later by the gap.</summary>
    Skipped,

    /// <summary>The clocks went back: read as the earlier of the two.</summary>
    Twice,

    /// <summary>The clocks went back: read as the later of the two, since the earlier lies before the row before.</summary>
    TwiceAndLater,
}
