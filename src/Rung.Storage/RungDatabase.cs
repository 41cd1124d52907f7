using NodaTime;
using Rung.Storage.Accounts;
using Rung.Storage.Alerts;
using Rung.Storage.Answers;
using Rung.Storage.Audit;
using Rung.Storage.Cases;
using Rung.Storage.Complaints;
using Rung.Storage.Customers;
using Rung.Storage.Drafts;
using Rung.Storage.Dues;
using Rung.Storage.Erasures;
using Rung.Storage.Feeds;
using Rung.Storage.Heartbeats;
using Rung.Storage.Help;
using Rung.Storage.Inbound;
using Rung.Storage.Keeping;
using Rung.Storage.Mailboxes;
using Rung.Storage.Outbox;
using Rung.Storage.Promises;
using Rung.Storage.Queue;
using Rung.Storage.Retention;
using Rung.Storage.Search;
using Rung.Storage.Settings;

namespace Rung.Storage;

/// <summary>
/// An open database with all that is kept in it. A kind of database says how work is read and how it is written, and
/// whose clock leases go by; everything else is the same SQL.
/// </summary>
public abstract class RungDatabase : IAsyncDisposable
{
    /// <param name="skipLocked">
    /// Ends a SELECT of rows to be changed, so that competing claimers take others instead of waiting.
    /// </param>
    /// <param name="held">
    /// Ends a SELECT of rows that are only looked at, so that whoever would change them waits for this work; nothing where
    /// there is one writer.
    /// </param>
    private protected RungDatabase(string skipLocked, string held)
    {
        (SkipLocked, Held) = (skipLocked, held);
        Cases = new CaseStore(this);
        Queue = new QueueStore(this);
        Dues = new DueStore(this);
        Promises = new PromiseStore(this);
        Search = new SearchStore(this);
        Outbox = new OutboxStore(this);
        Inbound = new InboundStore(this);
        Mailboxes = new MailboxStore(this);
        Customers = new CustomerStore(this);
        Drafts = new DraftStore(this);
        Answers = new AnswerStore(this);
        Alerts = new AlertStore(this);
        Settings = new SettingStore(this);
        Kept = new KeptStore(this);
        Complaints = new ComplaintStore(this);
        Audit = new AuditStore(this);
        Articles = new ArticleStore(this);
        Feeds = new FeedStore(this);
        Heartbeats = new HeartbeatStore(this);
        LegalHolds = new LegalHoldStore(this);
        Retention = new RetentionStore(this);
        Accounts = new AccountStore(this);
        Sessions = new SessionStore(this);
        EntryLinks = new EntryLinkStore(this);
        ContactEntries = new ContactEntryStore(this);
        Identities = new IdentityStore(this);
        Erasures = new ErasureStore(this);
        Tokens = new TokenStore(this);
        Passkeys = new PasskeyStore(this);
        FailedEntries = new FailedEntryStore(this);
    }

    /// <summary>Begins, beside what the caller does next, to load what the first case written would wait for.</summary>
    public static void WarmUp() => _ = Task.Run(EventJson.Prepare);

    public CaseStore Cases { get; }
    public QueueStore Queue { get; }
    public DueStore Dues { get; }
    public PromiseStore Promises { get; }
    public SearchStore Search { get; }
    public OutboxStore Outbox { get; }
    public InboundStore Inbound { get; }
    public MailboxStore Mailboxes { get; }
    public CustomerStore Customers { get; }
    public DraftStore Drafts { get; }
    public AnswerStore Answers { get; }
    public AlertStore Alerts { get; }
    public SettingStore Settings { get; }
    public KeptStore Kept { get; }
    public ComplaintStore Complaints { get; }
    public AuditStore Audit { get; }
    public ArticleStore Articles { get; }
    public FeedStore Feeds { get; }
    public HeartbeatStore Heartbeats { get; }
    public LegalHoldStore LegalHolds { get; }
    public RetentionStore Retention { get; }
    public AccountStore Accounts { get; }
    public SessionStore Sessions { get; }
    public EntryLinkStore EntryLinks { get; }
    public ContactEntryStore ContactEntries { get; }
    public IdentityStore Identities { get; }
    public ErasureStore Erasures { get; }
    public TokenStore Tokens { get; }
    public PasskeyStore Passkeys { get; }
    public FailedEntryStore FailedEntries { get; }

    /// <summary>The clock that leases between nodes go by. It never decides what is due.</summary>
    public abstract Task<Instant> Now();

    /// <summary>For work that only one may do at a time, in whatever process, until it lets go.</summary>
    /// <returns>Null when somebody else is at it.</returns>
    public abstract Task<IAsyncDisposable?> Alone(string work);

    public abstract ValueTask DisposeAsync();

    internal string SkipLocked { get; }
    internal string Held { get; }

    /// <summary>Runs work that only reads.</summary>
    internal abstract Task<T> Read<T>(Func<SqlSession, ValueTask<T>> work);

    /// <summary>Runs work that only reads, all of it as of one moment.</summary>
    internal abstract Task<T> ReadAtOneMoment<T>(Func<SqlSession, ValueTask<T>> work);

    /// <summary>
    /// Runs work in a transaction and completes when it is durable. The work may be run again after it was undone, so it
    /// must not change anything outside the session; returning without having written anything is how it declines.
    /// </summary>
    internal abstract Task<T> Write<T>(Func<SqlSession, ValueTask<T>> work);

    /// <summary>Takes away what the database still has on disk of what was overwritten, as far as that is its own to do.</summary>
    internal virtual Task Forget() => Task.CompletedTask;

    /// <summary>
    /// As <see cref="Write"/>, for work that many do to the same row at once: where writers could undo each other, those of this
    /// process take turns by its key.
    /// </summary>
    internal virtual Task<T> WriteInTurn<T>(string key, Func<SqlSession, ValueTask<T>> work) => Write(work);
}
