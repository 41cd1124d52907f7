using Rung.Mail.Outbound;
using Rung.Mail.Transport;
using Rung.Server.Desk.Mails;

namespace Rung.Server.Workers;

/// <summary>The line to the mail server for one batch of mails: opened when the first needs it, and again when it broke.</summary>
internal sealed class DeliveryLine(SmtpAddress server, ServerCertificates certificates) : IAsyncDisposable
{
    private SmtpLine? _line;
    private string? _dead;

    public async Task<Handed> Hand(OutgoingMail mail, CancellationToken stop)
    {
        // A server that cannot be talked to is not asked again for every mail of the batch.
        if (_dead is not null)
        {
            return new Handed.Lost(_dead);
        }
        if (_line is not { IsOpen: true })
        {
            await Close();
            (_line, _dead) = await SmtpLine.Open(server, stop);
            certificates.Note(server, _line?.CertificateEnds);
        }
        return _line is null ? new Handed.Lost(_dead!) : await _line.Hand(mail, stop);
    }

    public async ValueTask DisposeAsync() => await Close();

    private async Task Close()
    {
        if (_line is { } line)
        {
            _line = null;
            await line.DisposeAsync();
        }
    }
}
