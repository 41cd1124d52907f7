using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using NodaTime;

namespace Rung.Mail.Transport;

/// <summary>
/// A conversation about one mailbox. Looking at a message leaves it as it is, and nothing is ever deleted. Whatever the
/// server does, an answer or a <see cref="MailboxException"/> comes within minutes (R10).
/// </summary>
public sealed class ImapLine : IAsyncDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(5);

    // Where the server does not tell of new mail by itself.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly ImapClient _client;
    private readonly ImapAddress _mailbox;
    private readonly Bell _news = new();
    private BoundedStream? _stream;
    private ShownCertificate? _certificate;
    private IMailFolder? _folder;
    private IMailFolder? _moveTo;

    private ImapLine(ImapAddress mailbox)
    {
        _mailbox = mailbox;
        _client = new ImapClient { Timeout = (int)LongestAnswer.TotalMilliseconds };
    }

    /// <summary>UIDVALIDITY: while it is the same, so are the numbers of the messages.</summary>
    public uint Validity => _folder!.UidValidity;

    /// <summary>When the server's certificate ends; null: there is no TLS.</summary>
    public Instant? CertificateEnds => _certificate?.Ends;

    /// <summary>Whether the server tells of new mail by itself.</summary>
    public bool IsTold => _client.Capabilities.HasFlag(ImapCapabilities.Idle);

    /// <exception cref="MailboxException">There is no line, or no such folder.</exception>
    public static async Task<ImapLine> Open(ImapAddress mailbox, CancellationToken stop)
    {
        var line = new ImapLine(mailbox);
        try
        {
            await line.Begin(stop);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>The numbers of the messages after this one, the lowest first.</summary>
    public Task<IReadOnlyList<uint>> After(uint number, CancellationToken stop) =>
        Ask<IReadOnlyList<uint>>(
            async limit =>
            {
                _news.Silence();
                // A server answers N:* with its highest number even where that is lower.
                var range = new UniqueIdRange(new UniqueId(number + 1), UniqueId.MaxValue);
                var found = await _folder!.SearchAsync(SearchQuery.Uids(range), limit);
                return [.. found.Select(uid => uid.Id).Where(uid => uid > number).Order()];
            },
            LongestAnswer,
            stop
        );

    /// <summary>What is known of messages; those that are gone are left out.</summary>
    public Task<IReadOnlyList<MailboxMessage>> Look(IReadOnlyList<uint> numbers, CancellationToken stop) =>
        Ask<IReadOnlyList<MailboxMessage>>(
            async limit =>
            {
                const MessageSummaryItems Items =
                    MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate;
                var found = await _folder!.FetchAsync(Uids(numbers), new FetchRequest(Items), limit);
                return
                [
                    .. found
                        .Where(one => one.UniqueId.IsValid)
                        .Select(one => new MailboxMessage(one.UniqueId.Id, one.Size ?? 0, one.InternalDate))
                        .DistinctBy(one => one.Number),
                ];
            },
            LongestAnswer,
            stop
        );

    /// <summary>Messages as they are, by number; those that are gone are left out.</summary>
    /// <param name="mostBytes">More than this in all breaks the line, whatever sizes were said before.</param>
    public Task<IReadOnlyDictionary<uint, byte[]>> Fetch(
        IReadOnlyList<uint> numbers,
        long mostBytes,
        CancellationToken stop
    ) =>
        Ask<IReadOnlyDictionary<uint, byte[]>>(
            async limit =>
            {
                _stream!.Allow(BoundedStream.Usual + mostBytes);
                using var guard = new ByteLimit(mostBytes, limit);
                var found = new Dictionary<uint, byte[]>();
                async Task Keep(ImapFolder folder, int index, UniqueId uid, Stream content, CancellationToken cancelled)
                {
                    // Into an array of its size: a large message is not held twice (S41).
                    var bytes = new byte[content.Length];
                    await content.ReadExactlyAsync(bytes, cancelled);
                    found[uid.Id] = bytes;
                }
                await ((ImapFolder)_folder!).GetStreamsAsync(Uids(numbers), Keep, guard.Token, guard);
                return found;
            },
            LongestFetch,
            stop
        );

    /// <summary>The header of a message alone.</summary>
    public Task<byte[]> Header(uint number, CancellationToken stop) =>
        Ask(
            async limit =>
            {
                using var content = await ((ImapFolder)_folder!).GetStreamAsync(new UniqueId(number), "HEADER", limit);
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, limit);
                return bytes.ToArray();
            },
            LongestAnswer,
            stop
        );

    /// <summary>Marks and moves what was taken, as the mailbox's address says.</summary>
    public Task Leave(IReadOnlyList<uint> numbers, CancellationToken stop) =>
        Do(
            async limit =>
            {
                if (numbers.Count > 0 && _mailbox.IsMarked)
                {
                    var seen = new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen) { Silent = true };
                    await _folder!.StoreAsync(Uids(numbers), seen, limit);
                }
                if (numbers.Count > 0 && _moveTo is { } there)
                {
                    await _folder!.MoveToAsync(Uids(numbers), there, limit);
                }
            },
            LongestAnswer,
            stop
        );

    /// <summary>Returns when there may be new mail, at the latest after a while; the server is asked for a sign of life.</summary>
    public async Task Wait(TimeSpan longest, CancellationToken stop)
    {
        if (!_news.HasRung)
        {
            await (IsTold ? BeTold(longest, stop) : LetPass(Poll < longest ? Poll : longest, stop));
        }
        await Do(limit => _client.NoOpAsync(limit), LongestAnswer, stop);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await _client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // It is gone already.
        }
        _client.Dispose();
        if (_stream is not null)
        {
            await _stream.DisposeAsync();
        }
    }

    private async Task BeTold(TimeSpan longest, CancellationToken stop)
    {
        using var enough = new CancellationTokenSource(longest);
        using var listening = _news.Listen(enough);
        await Do(limit => _client.IdleAsync(enough.Token, limit), longest + Grace, stop);
    }

    private static async Task LetPass(TimeSpan time, CancellationToken stop)
    {
        using var once = new PeriodicTimer(time);
        await once.WaitForNextTickAsync(stop);
    }

    private Task Begin(CancellationToken stop) =>
        Do(
            async limit =>
            {
                _certificate = ServerTrust.Apply(_client, _mailbox.CaFile);
                var (host, port) = (_mailbox.Host, _mailbox.Port);
                _stream = await BoundedStream.Connect(host, port, limit);
                await _client.ConnectAsync(_stream, host, port, ServerTrust.Options(_mailbox.Tls), limit);
                await SigningIn.SignIn(_client, _mailbox, limit);
                _folder = await _client.GetFolderAsync(_mailbox.Folder, limit);
                _folder.CountChanged += (_, _) => _news.Ring();
                var isChanged = _mailbox.IsMarked || _mailbox.MoveTo is not null;
                await _folder.OpenAsync(isChanged ? FolderAccess.ReadWrite : FolderAccess.ReadOnly, limit);
                _moveTo = _mailbox.MoveTo is { } name ? await _client.GetFolderAsync(name, limit) : null;
            },
            LongestAnswer,
            stop
        );

    private static List<UniqueId> Uids(IReadOnlyList<uint> numbers) => [.. numbers.Select(one => new UniqueId(one))];

    private async Task Do(Func<CancellationToken, Task> work, TimeSpan longest, CancellationToken stop) =>
        await Ask(
            async limit =>
            {
                await work(limit);
                return true;
            },
            longest,
            stop
        );

    private async Task<T> Ask<T>(Func<CancellationToken, Task<T>> work, TimeSpan longest, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(longest);
        _stream?.Allow(BoundedStream.Usual);
        try
        {
            return await work(limit.Token);
        }
        catch (Exception wrong) when (!stop.IsCancellationRequested)
        {
            // Whatever a server makes our library throw, it is a matter between us and this server alone.
            throw new MailboxException($"{_mailbox}: {LineTrouble.Words(wrong)}", wrong)
            {
                IsRefusal = wrong is CommandException && _client.IsConnected,
            };
        }
    }
}
