using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Rung.Mail.Transport;

/// <summary>What goes wrong between us and a mail server, in one line each.</summary>
internal static class LineTrouble
{
    public static bool Is(Exception wrong) =>
        wrong
            is IOException
                or SocketException
                or CommandException
                or ProtocolException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or FolderNotFoundException
                or AuthenticationException
                or System.Security.Authentication.AuthenticationException
                or SslHandshakeException
                or NotSupportedException
                or TimeoutException
                or OperationCanceledException
                or UnauthorizedAccessException
                or System.Security.Cryptography.CryptographicException;

    public static string Words(Exception wrong) =>
        wrong switch
        {
            OperationCanceledException or TimeoutException => "no answer in time",
            SslHandshakeException => "its certificate is not trusted, or it speaks no TLS on this port",
            SmtpCommandException refused => $"{(int)refused.StatusCode} {OneLine(refused.Message)}",
            AuthenticationException => $"it does not let us sign in: {OneLine(wrong.Message)}",
            FolderNotFoundException missing => $"there is no folder '{OneLine(missing.FolderName)}'",
            _ => OneLine(wrong.Message),
        };

    // What a server says is the server's: it is cut, and shown as text only.
    public static string OneLine(string text)
    {
        var plain = string.Concat(
            text.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)
        );
        var line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 300 ? line : string.Concat(line.AsSpan(0, 299), "…");
    }
}
