using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>
/// Answers each line of the input with a line of output, in order, whatever the line holds. Blank lines get no answer.
/// Answers go out before the loop waits for more input, so two programs may talk to each other through it.
/// </summary>
internal sealed class ComputeLoop(Stream input, Stream output)
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly LineReader _lines = new(input);
    private readonly ComputeLine _compute = new();
    private readonly ArrayBufferWriter<byte> _pending = new(1 << 16);

    /// <summary>Runs until the input ends.</summary>
    public void Run()
    {
        using var writer = new Utf8JsonWriter(_pending, Plain);
        _lines.BeforeWaiting = Flush;
        while (_lines.TryRead(out var line))
        {
            Answer(line, writer);
        }

        Flush();
    }

    private void Answer(ReadOnlyMemory<byte>? line, Utf8JsonWriter writer)
    {
        if (line is { } text && text.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        writer.Reset();
        _compute.Answer(line, writer);
        writer.Flush();
        _pending.Write("\n"u8);
    }

    private void Flush()
    {
        output.Write(_pending.WrittenSpan);
        output.Flush();
        _pending.ResetWrittenCount();
    }
}
