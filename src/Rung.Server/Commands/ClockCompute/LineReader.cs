namespace Rung.Server.Commands.ClockCompute;

/// <summary>Lines of a byte stream, in one buffer that is used again. A line that does not fit is skipped and reported.</summary>
internal sealed class LineReader(Stream input)
{
    /// <summary>Longest line in bytes.</summary>
    public const int Longest = 1 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _begin;
    private int _end;
    private bool _isSkipping;
    private bool _isFirst = true;

    /// <summary>Called before a read that may wait.</summary>
    public Action BeforeWaiting { get; set; } = () => { };

    /// <summary>The next line without its end, null for one that is too long; false at the end of the input.</summary>
    public bool TryRead(out ReadOnlyMemory<byte>? line)
    {
        for (var searched = _begin; ; )
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = Take(searched + found, searched + found + 1);
                return true;
            }

            searched = _end - _begin;
            if (!Fill())
            {
                var left = _end > _begin || _isSkipping;
                line = Take(_end, _end);
                return left;
            }

            searched = _isSkipping ? 0 : searched;
        }
    }

    private ReadOnlyMemory<byte>? Take(int end, int next)
    {
        var line = _buffer.AsMemory(_begin, end - _begin);
        var skipped = _isSkipping;
        (_begin, _isSkipping) = (next, false);
        if (_isFirst)
        {
            _isFirst = false;
            line = line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
        }

        return skipped ? default(ReadOnlyMemory<byte>?) : line;
    }

    // Moves what is left to the front, makes room, reads more.
    private bool Fill()
    {
        _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
        (_begin, _end) = (0, _end - _begin);
        if (_end == Longest)
        {
            (_end, _isSkipping) = (0, true);
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(2 * _buffer.Length, Longest));
        }

        BeforeWaiting();
        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
