using Rung.Mail.Inbound;

namespace Rung.Server.Commands.Mail;

/// <summary>Takes a message in from a stream, never more than one byte past what is read of it, and never held three times (S41).</summary>
internal static class MessageBytes
{
    private const int Piece = 1024 * 1024;

    public static byte[] Read(Stream input)
    {
        var (pieces, length) = (new List<byte[]>(), 0);
        while (length <= MailReader.MostBytes)
        {
            var piece = new byte[Math.Min(Piece, MailReader.MostBytes + 1 - length)];
            var read = input.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
            pieces.Add(piece);
            length += read;
            if (read < piece.Length)
            {
                break;
            }
        }
        return Joined(pieces, length);
    }

    private static byte[] Joined(List<byte[]> pieces, int length)
    {
        var all = new byte[length];
        var at = 0;
        for (var index = 0; index < pieces.Count; index++)
        {
            var part = Math.Min(pieces[index].Length, length - at);
            pieces[index].AsSpan(0, part).CopyTo(all.AsSpan(at));
            at += part;
            pieces[index] = [];
        }
        return all;
    }
}
