namespace Rung.Server.Commands.Import;

/// <summary>
/// How far a long task has come, on the error output: one line that changes on a terminal, a line now and then elsewhere.
/// </summary>
internal sealed class Progress(string doing, string units, long? total)
{
    // So many rows are worth a word, however quickly they went by.
    private const long Milestone = 50_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private long _told = TimeProvider.System.GetTimestamp();
    private long _milestones;
    private bool _hasTold;
    private bool _hasLine;

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    public void At(long done)
    {
        var isMilestone = done / Milestone > _milestones;
        // Whoever was told of a part is told of the whole.
        var isWhole = _hasTold && done == total;
        if (!isMilestone && !isWhole && _time.GetElapsedTime(_told) < (Console.IsErrorRedirected ? Patience : Blink))
        {
            return;
        }
        (_told, _milestones) = (_time.GetTimestamp(), done / Milestone);
        Tell($"{doing}: {Amount(done)}");
    }

    /// <summary>Takes the changing line away.</summary>
    public void End()
    {
        if (_hasLine)
        {
            Console.Error.Write("\r\e[K");
        }
    }

    private void Tell(string line)
    {
        _hasTold = true;
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(line);
        }
        else
        {
            Console.Error.Write($"\r{line}\e[K");
            _hasLine = true;
        }
    }

    private string Amount(long done) => total is { } all ? $"{done:N0} of {all:N0} {units}" : $"{done:N0} {units}";
}
