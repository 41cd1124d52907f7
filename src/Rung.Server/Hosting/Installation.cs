using System.Security.Cryptography;
using NodaTime;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Desk;
using Rung.Server.Links;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Server.Hosting;

/// <summary>An installation that is open: its folder, its database, its desks with their guides, and its clock.</summary>
internal sealed class Installation : IDisposable
{
    private static readonly LocalDateTime DemoBegins = new(2026, 12, 24, 15, 20);

    private const string ReplySecret = "mail.reply-secret";
    private const int SecretBytes = 32;

    private readonly DataFolder _folder;

    private Installation(DataFolder folder, RungDatabase database) => (_folder, Database) = (folder, database);

    public RungDatabase Database { get; }
    public DeskRegister Desks { get; private set; } = new([], [], _ => default);

    /// <summary>Signs the addresses that answers come back to; whatever node runs, with the same secret.</summary>
    public ReplyAddress Replies { get; private set; } = new(new byte[SecretBytes]);

    /// <summary>Signs the addresses in mails that open a case.</summary>
    public CaseLinks Links { get; private set; } = new(new byte[SecretBytes], null);

    /// <summary>Signs the addresses that heartbeats write to.</summary>
    public HeartbeatAddress Heartbeats { get; private set; } = new(new byte[SecretBytes]);

    public DeskClock Clock { get; private set; } = DeskClock.Real(TimeProvider.System);

    /// <summary>Opens everything; a demo begins with its invented customers and cases.</summary>
    /// <exception cref="StartException">The folder, the database or a guide stands in the way.</exception>
    public static Task<Installation> Open(RungOptions options)
    {
        var folder = DataFolder.Open(options.DataFolder);
        return Task.Run(() => Open(folder, options));
    }

    /// <summary>Lets others have the folder; the database is closed before.</summary>
    public void Dispose() => _folder.Dispose();

    private static async Task<Installation> Open(DataFolder folder, RungOptions options)
    {
        RungDatabase? database = null;
        try
        {
            if (options.Demo is not null)
            {
                folder.BeginDemo();
            }
            folder.Begin(options.Database is null);
            var guides = Task.Run(() => GuideShelf.Read(folder.Path));
            RungDatabase.WarmUp();
            database = await (options.Database ?? new SqliteFile(folder.Database)).Open(options.Time);
            var opened = new Installation(folder, database);
            await opened.Begin(options, await guides);
            return opened;
        }
        catch (Exception failure)
        {
            await Close(folder, database);
            if (failure is StorageException or IOException or UnauthorizedAccessException)
            {
                var isShared = failure is StorageException && options.Database is not null;
                throw new StartException(
                    isShared ? failure.Message : $"{folder.Path} cannot be used: {failure.Message}"
                );
            }
            throw;
        }
    }

    private static async Task Close(DataFolder folder, RungDatabase? database)
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
        folder.Dispose();
    }

    private async Task Begin(RungOptions options, GuideShelf guides)
    {
        if (Database is SqliteDatabase)
        {
            await Database.Outbox.TakeOver();
            await Database.Inbound.TakeOver();
            await Database.Mailboxes.TakeOver();
        }
        var secret = Convert.FromHexString(await Database.Settings.Add(ReplySecret, NewSecret()));
        (Replies, Links) = (new ReplyAddress(secret), new CaseLinks(secret, options.Door?.Address));
        Heartbeats = new HeartbeatAddress(secret);
        if (options.Demo is { } demo)
        {
            var begins = demo.At ?? DemoBegins;
            LocalDate? played = begins.Date;
            Desks = await guides.Register(Database, guide => played ?? Today(guide));
            var opensAt = begins.InZoneLeniently(Desks.Active[0].DeskCalendar.Zone).ToInstant();
            await DemoSeed.Save(Database, Desks, opensAt);
            (Clock, played) = (DeskClock.Demo(options.Time, opensAt, demo.Speed), null);
        }
        else
        {
            Clock = DeskClock.Real(options.Time);
            Desks = await guides.Register(Database, Today);
        }
        Desks = Links.AreMade ? Desks.WithCaseLinks() : Desks;
        ImapSetting.Check(options.Mailboxes, Desks);
        AlertMailboxes.Check(options.Mailboxes, Desks);
        IssuerSetting.Check(options.Issuers, Desks);
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(SecretBytes * 2);

    private LocalDate Today(Guide guide) => Clock.Now().InZone(guide.DeskCalendar.Zone).Date;
}
