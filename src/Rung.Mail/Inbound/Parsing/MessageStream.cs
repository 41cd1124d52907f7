namespace Rung.Mail.Inbound.Parsing;

/// <summary>A message that is read from its beginning, and ends where its reader may not go on.</summary>
internal sealed class MessageStream(byte[] message, int length) : MemoryStream(message, 0, length, writable: false)
{
    /// <summary>Asked with the position before each piece is handed over.</summary>
    public Func<long, bool> MayGoOn { get; set; } = _ => true;

    public override int Read(byte[] buffer, int offset, int count) =>
        MayGoOn(Position) ? base.Read(buffer, offset, count) : 0;

    public override int Read(Span<byte> buffer) => MayGoOn(Position) ? base.Read(buffer) : 0;
}
