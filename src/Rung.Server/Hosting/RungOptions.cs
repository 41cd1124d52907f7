using NodaTime;
using Rung.Mail.Transport;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Limits;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>What a run of the server is told on its command line.</summary>
/// <param name="DataFolder">Holds the SQLite database, and <c>guides/</c> when the installation has its own.</param>
/// <param name="Port">TCP port on the loopback addresses; 0 lets the machine choose.</param>
public sealed record RungOptions(string DataFolder, int Port)
{
    public const int UsualPort = 5080;

    /// <summary>Null for <c>rung serve</c>.</summary>
    public DemoOptions? Demo { get; init; }

    /// <summary>People have accounts and sign in; else whoever asks says who they are, as in the demo.</summary>
    public bool HasAccounts { get; init; }

    /// <summary>How often one place, account, program or contact may ask, where people have accounts.</summary>
    public Rates Rates { get; init; } = new();

    /// <summary>At whose sign-in people may sign in besides our own.</summary>
    public IReadOnlyList<Issuer> Issuers { get; init; } = [];

    /// <summary>How people outside this machine reach the desk; null: they do not.</summary>
    public PublicDoor? Door { get; init; }

    /// <summary>Null: the SQLite file in the data folder.</summary>
    public DatabaseAddress? Database { get; init; }

    /// <summary>The name our mail server signs its verdicts about senders with (Authentication-Results); null: it gives none.</summary>
    public string? AuthServId { get; init; }

    /// <summary>The mail server that mail goes out by; null: mail is kept and not sent.</summary>
    public SmtpAddress? Smtp { get; init; }

    /// <summary>The mailboxes whose mail is fetched.</summary>
    public IReadOnlyList<ImapAddress> Mailboxes { get; init; } = [];

    /// <summary>For a demo with mail servers of its own: the mailboxes of the addresses that its guides publish.</summary>
    internal Func<IEnumerable<string>, IReadOnlyList<ImapAddress>>? MailboxesOf { get; init; }

    /// <summary>There is a mailbox to fetch from.</summary>
    internal bool FetchesMail => Mailboxes.Count > 0 || MailboxesOf is not null;

    /// <summary>The same, with the mailboxes of the addresses that the desks publish where a demo makes its own.</summary>
    internal RungOptions For(DeskRegister desks) =>
        MailboxesOf is { } mailboxes
            ? this with
            {
                Mailboxes = mailboxes(MailPlace.Of(desks.Active).Select(place => place.Address)),
            }
            : this;

    /// <summary>Free bytes and all there are; null: of the data folder's disk.</summary>
    internal Func<(long Free, long All)>? Disk { get; init; }

    /// <summary>The machine's time; tests bring their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <param name="At">Wall time in the first desk's zone at which the demo begins; null: Thursday 24 December 2026, 15:20.</param>
/// <param name="Speed">Seconds of the desk for each second of the machine, 0 to 3,600.</param>
public sealed record DemoOptions(LocalDateTime? At, double Speed)
{
    public const double Fastest = 3600;
}
