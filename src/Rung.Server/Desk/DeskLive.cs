using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>Hints to open pages that something on a desk changed; they read it again themselves.</summary>
public sealed class DeskLive
{
    private readonly ConcurrentDictionary<Channel<LiveHint>, Listener> _listeners = new();

    /// <summary>Called with each change that was made here, so that other nodes can be told.</summary>
    public Action<LiveChange> Elsewhere { get; set; } = _ => { };

    /// <summary>A case was changed here: open pages of those who may see it are told, and other nodes. ESS-93.</summary>
    public void Changed(LiveChange change)
    {
        Show(change);
        Elsewhere(change);
    }

    /// <summary>
    /// Something was changed here that is of no case, or of one unseen: open pages are told, and other nodes. Of a complaint they
    /// are told nothing but that: they are of people who may not know of it.
    /// </summary>
    /// <param name="shelf">Of what was changed: its desk, or the complaints of that.</param>
    public void Changed(string shelf, string reference)
    {
        var desk = Shelf.DeskOf(shelf);
        Changed(new LiveChange(desk, desk == shelf ? reference : LiveHint.NoCase));
    }

    /// <summary>Tells every open page here, of whatever desk, that something may have changed.</summary>
    public void ShowAll()
    {
        foreach (var channel in _listeners.Keys)
        {
            channel.Writer.TryWrite(LiveHint.Anything);
        }
    }

    /// <summary>
    /// Tells every open page of the desk whose reader may know of it; never waits, and a page that is behind misses nothing but
    /// the repetition.
    /// </summary>
    public void Show(LiveChange change)
    {
        foreach (var (channel, of) in _listeners)
        {
            if (of.Desk == change.Desk && change.Only.Allows(of.Who))
            {
                channel.Writer.TryWrite(new LiveHint(change.Reference));
            }
        }
    }

    /// <summary>A sign of life to every open page, so that a dead line is noticed.</summary>
    public void Beat()
    {
        foreach (var channel in _listeners.Keys)
        {
            channel.Writer.TryWrite(LiveHint.Heartbeat);
        }
    }

    /// <summary>A heartbeat at once, then what changes, until cancelled.</summary>
    public async IAsyncEnumerable<LiveHint> Listen(
        string desk,
        Actor who,
        [EnumeratorCancellation] CancellationToken cancelled
    )
    {
        var channel = Channel.CreateBounded<LiveHint>(
            new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        _listeners[channel] = new Listener(desk, who);
        // Whoever stops listening ends the line; that is nothing to throw about.
        await using var end = cancelled.Register(() => channel.Writer.TryComplete());
        try
        {
            yield return LiveHint.Heartbeat;
            await foreach (var hint in channel.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return hint;
            }
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }

    private sealed record Listener(string Desk, Actor Who);
}

/// <summary>Something that changed on a desk.</summary>
/// <param name="Reference">The case, or what <see cref="LiveHint"/> has instead of one.</param>
public sealed record LiveChange(string Desk, string Reference)
{
    /// <summary>Who may know of it.</summary>
    public Restriction Only { get; init; } = Restriction.None;
}

/// <param name="Reference">The case that changed; <c>-</c>: none, but mail did; empty: any may have; null: nothing did, the line is alive.</param>
public sealed record LiveHint(string? Reference)
{
    /// <summary>Stands for a change of the desk that is about no case, such as mail that came.</summary>
    public const string NoCase = "-";

    public static LiveHint Anything { get; } = new("");
    public static LiveHint Heartbeat { get; } = new(Reference: null);
}
