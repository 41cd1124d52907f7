using NodaTime;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>
/// Compares this node's clock with the database's. Each node decides by its own clock what is due; one that is too far
/// off must not decide, or it would be early. Semantics "Whose clock", R28.
/// </summary>
internal sealed partial class ClockWatch(RungDatabase database, TimeProvider provider, ILogger<ClockWatch> log)
{
    private static readonly Duration Most = Duration.FromSeconds(2);

    /// <summary>How far this node's clock was ahead when it was last looked at; negative: behind.</summary>
    public Duration Ahead { get; private set; }

    public bool IsOff => Ahead > Most || Ahead < -Most;

    /// <returns>The database's clock, which leases go by; null: this node's is too far off it.</returns>
    public async Task<Instant?> Look()
    {
        var before = Here();
        var there = await database.Now();
        Note(there, before, after: Here());
        return IsOff ? null : there;
    }

    // Whatever lies between the two readings may be the time that asking took.
    private void Note(Instant there, Instant before, Instant after)
    {
        var wasOff = IsOff;
        Ahead =
            there < before ? before - there
            : there > after ? after - there
            : Duration.Zero;
        if (IsOff && !wasOff)
        {
            Off(Words);
        }
        else if (wasOff && !IsOff)
        {
            RightAgain();
        }
    }

    /// <summary>What is wrong, for a person; empty: nothing.</summary>
    public string Words =>
        IsOff
            ? FormattableString.Invariant(
                $"this node's clock is {Math.Abs(Ahead.TotalSeconds):0.0} s {(Ahead > Duration.Zero ? "ahead of" : "behind")} the database's"
            )
            : "";

    private Instant Here() => Instant.FromDateTimeOffset(provider.GetUtcNow());

    [LoggerMessage(
        LogLevel.Error,
        "Nothing that falls due is handled here: {What}. Set the clock right; it goes on by itself."
    )]
    private partial void Off(string what);

    [LoggerMessage(LogLevel.Warning, "This node's clock is right again: what falls due is handled here.")]
    private partial void RightAgain();
}
