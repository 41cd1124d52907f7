using NodaTime;
using Rung.Mail.Inbound;
using Rung.Mail.Transport;
using Rung.Server.Desk.Mails;

namespace Rung.Server.Workers.Mailboxes;

/// <summary>
/// Takes what a mailbox has: looked at without a trace, kept, and only then marked or moved (R1). The oldest first, the newest
/// among them, so that nobody waits behind a backlog (R7); a message that cannot be had is set aside, and the others go on (R5).
/// </summary>
internal sealed partial class MailboxTaking(MailboxHold hold, ImapAddress mailbox, MailRoom room, ILogger log)
{
    private const int Fewest = 90;
    private const int Most = 900;
    private const int Newest = 10;
    private const int MostTries = 3;
    private const long MostBytesAtOnce = 8_000_000;

    // For so long fresh mail may not be looked for. A server may go through the whole mailbox whenever it is asked for more: the
    // larger the mailbox, the more has to be fetched each time.
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(1);

    // What broke while a message was fetched is fetched alone next time; the third time it is set aside.
    private readonly Dictionary<uint, int> _failures = [];
    private int _oldest = Fewest;

    public async Task TakeAll(ImapLine line, CancellationToken stop)
    {
        if (await hold.IsRenumbered(line.Validity))
        {
            Renumbered(mailbox.Name);
            _failures.Clear();
            await hold.NoteRenumbered(line.Validity);
        }
        var taken = await hold.Far(line.Validity);
        var waiting = new SortedSet<uint>((await line.After(taken.Floor, stop)).Where(one => !taken.Has(one)));
        while (waiting.Count > 0)
        {
            var begun = TimeProvider.System.GetTimestamp();
            uint[] batch = [.. waiting.Take(_oldest).Union(waiting.Reverse().Take(Newest))];
            var last = waiting.Max;
            await Take(line, batch, stop);
            waiting.ExceptWith(batch);
            taken = taken.With(batch, waiting);
            await hold.Note(line.Validity, taken);
            waiting.UnionWith(await line.After(last, stop));
            _oldest = Next(_oldest, TimeProvider.System.GetElapsedTime(begun));
        }
    }

    // As many as would have filled the stretch, and at most twice as many as before.
    private static int Next(int before, TimeSpan took) =>
        (int)Math.Clamp(before * Math.Min(Stretch / took, 2), Fewest, Most);

    private async Task Take(ImapLine line, uint[] numbers, CancellationToken stop)
    {
        var found = await line.Look(numbers, stop);
        foreach (var together in Together(found))
        {
            await (together is [var one] ? TakeOne(line, one, stop) : TakeSome(line, together, stop));
            LargeMail.GiveBack(together.Max(taken => taken.Size));
        }
    }

    // Some at once while they are small; what is large, or once broke the line, by itself.
    private IEnumerable<List<MailboxMessage>> Together(IReadOnlyList<MailboxMessage> found)
    {
        var together = new List<MailboxMessage>();
        foreach (var one in found)
        {
            var isAlone = _failures.ContainsKey(one.Number) || one.Size > MostBytesAtOnce;
            if (together.Count > 0 && (isAlone || together.Sum(other => other.Size) + one.Size > MostBytesAtOnce))
            {
                yield return together;
                together = [];
            }
            together.Add(one);
            if (isAlone)
            {
                yield return together;
                together = [];
            }
        }
        if (together.Count > 0)
        {
            yield return together;
        }
    }

    private async Task TakeSome(ImapLine line, List<MailboxMessage> some, CancellationToken stop)
    {
        IReadOnlyDictionary<uint, byte[]> contents;
        try
        {
            contents = await line.Fetch([.. some.Select(one => one.Number)], MostBytesAtOnce * 2, stop);
        }
        catch (MailboxException e)
        {
            some.ForEach(one => Failed(one.Number));
            if (!e.IsRefusal)
            {
                throw;
            }
            foreach (var one in some)
            {
                await TakeOne(line, one, stop);
            }
            return;
        }
        await Keep(line, some, contents, stop);
    }

    private async Task TakeOne(ImapLine line, MailboxMessage one, CancellationToken stop)
    {
        if (one.Size > MailReader.MostBytes)
        {
            await SetAside(line, one, $"It is larger than 50 MB ({one.Size / 1_000_000} MB).", stop);
            return;
        }
        if (_failures.GetValueOrDefault(one.Number) >= MostTries)
        {
            await SetAside(line, one, "Each time it was fetched the line to the mail server broke.", stop);
            return;
        }
        IReadOnlyDictionary<uint, byte[]> contents;
        try
        {
            contents = await line.Fetch([one.Number], MailReader.MostBytes + MostBytesAtOnce, stop);
        }
        catch (MailboxException e)
        {
            Failed(one.Number);
            if (!e.IsRefusal)
            {
                throw;
            }
            await SetAside(line, one, $"The mail server does not hand it over: {e.Message}.", stop);
            return;
        }
        await Keep(line, [one], contents, stop);
    }

    private async Task Keep(
        ImapLine line,
        List<MailboxMessage> some,
        IReadOnlyDictionary<uint, byte[]> contents,
        CancellationToken stop
    )
    {
        // One that is gone has no content: somebody else took it out of the mailbox.
        var there = some.Where(one => contents.ContainsKey(one.Number)).ToList();
        await Task.WhenAll(there.Select(one => room.Keep(Handed(contents[one.Number], one))));
        there.ForEach(one => _failures.Remove(one.Number));
        try
        {
            await line.Leave([.. there.Select(one => one.Number)], stop);
        }
        catch (MailboxException e) when (e.IsRefusal)
        {
            // They are kept, and it is remembered that they were taken: only the mailbox does not show it.
            NotLeft(e.Message);
        }
    }

    private async Task SetAside(ImapLine line, MailboxMessage one, string why, CancellationToken stop)
    {
        var header = Failed(one.Number) > MostTries + 2 ? [] : await Header(line, one.Number, stop);
        var where = $"{why} It is still in the mailbox {mailbox}, as number {one.Number}.";
        await room.Keep(Handed(MissedMessage.Of(header, where), one) with { SetAside = where });
        _failures.Remove(one.Number);
    }

    private static async Task<byte[]> Header(ImapLine line, uint number, CancellationToken stop)
    {
        try
        {
            return await line.Header(number, stop);
        }
        catch (MailboxException e) when (e.IsRefusal)
        {
            return [];
        }
    }

    private HandedOver Handed(byte[] content, MailboxMessage one) =>
        new(content, mailbox.For) { ReceivedAt = one.ReceivedAt is { } at ? Instant.FromDateTimeOffset(at) : null };

    private int Failed(uint number) => _failures[number] = _failures.GetValueOrDefault(number) + 1;

    [LoggerMessage(LogLevel.Warning, "What was taken could not be marked or moved. {What}")]
    private partial void NotLeft(string what);

    [LoggerMessage(
        LogLevel.Warning,
        "The mail server has given every message in {Mailbox} another number: it is read from the start, and what was taken before is taken once."
    )]
    private partial void Renumbered(string mailbox);
}
