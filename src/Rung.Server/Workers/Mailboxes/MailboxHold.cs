using NodaTime;
using Rung.Mail.Transport;
using Rung.Server.Desk.Mails;
using Rung.Storage;

namespace Rung.Server.Workers.Mailboxes;

/// <summary>
/// The right to read a mailbox, which one process has at a time, and what it writes down (R9). Leases go by the database's
/// clock; whoever loses one writes nothing more, and what it had kept already is kept once by its bytes.
/// </summary>
internal sealed class MailboxHold(RungDatabase database, ImapAddress address, ServerCertificates certificates)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(8);
    private static readonly Duration Lease = Duration.FromSeconds(30);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <returns>False: somebody else reads it.</returns>
    public async Task<bool> Take()
    {
        var now = await database.Now();
        return await database.Mailboxes.Take(new(address.Name, _owner, now, now + Lease));
    }

    /// <summary>Renews it until it is told to stop, and tells when it is lost.</summary>
    public async Task Renew(CancellationTokenSource lost)
    {
        using var ticks = new PeriodicTimer(Renewal);
        try
        {
            while (await ticks.WaitForNextTickAsync(lost.Token))
            {
                if (!await Take())
                {
                    await lost.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody reads it any more.
        }
        catch (StorageException)
        {
            // Before the lease has ended nobody else has the mailbox; whoever reads it meets the same trouble.
            await lost.CancelAsync();
        }
    }

    public Task Release() => database.Mailboxes.Release(address.Name, _owner);

    /// <summary>What was taken under these numbers; nothing where the server has given out others since.</summary>
    public async Task<TakenSoFar> Far(uint validity)
    {
        var kept = await database.Mailboxes.Find(address.Name);
        return kept?.Validity == validity ? TakenSoFar.Parse(kept.Taken) : TakenSoFar.Nothing;
    }

    /// <summary>Whether the numbers mean other messages than when it was last read.</summary>
    public async Task<bool> IsRenumbered(uint validity) =>
        await database.Mailboxes.Find(address.Name) is { Validity: { } before } && before != validity;

    public async Task NoteRenumbered(uint validity) =>
        await database.Mailboxes.Note(address.Name, _owner, (validity, ""), await database.Now());

    /// <exception cref="MailboxException">Somebody else reads it by now.</exception>
    public async Task Note(uint validity, TakenSoFar taken)
    {
        if (!await database.Mailboxes.Note(address.Name, _owner, (validity, taken.ToString())))
        {
            throw new MailboxException($"{address.Name} is read by another node");
        }
    }

    public async Task NoteRead() => await database.Mailboxes.NoteRead(address.Name, _owner, await database.Now());

    /// <summary>When the certificate ends that the server showed, R11.</summary>
    public void NoteCertificate(Instant? ends) => certificates.Note(address, ends);

    /// <summary>Whether a certificate ends so soon that it is said.</summary>
    public async Task<bool> IsEnding(Instant? ends) =>
        ends is { } at && ServerCertificates.IsEnding(at, await database.Now());

    public async Task NoteProblem(string problem) =>
        await database.Mailboxes.NoteProblem(address.Name, _owner, problem, await database.Now());
}
