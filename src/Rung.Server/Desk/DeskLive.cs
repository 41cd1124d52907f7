using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>Hints to open pages that something on a desk changed; they read it again themselves.</summary>
public sealed class DeskLive
{
    private readonly ConcurrentDictionary<Channel<LiveHint>, string> _listeners = new();

    /// <summary>Called with desk and reference of each change that was made here, so that other nodes can be told.</summary>
    public Action<string, string> Elsewhere { get; set; } = (_, _) => { };

    /// <summary>
    /// Something was changed here: open pages are told, and other nodes. Of a complaint they are told nothing but that: they
    /// are of people who may not know of it.
    /// </summary>
    /// <param name="shelf">Of what was changed: its desk, or the complaints of that.</param>
    public void Changed(string shelf, string reference)
    {
        var desk = Shelf.DeskOf(shelf);
        reference = desk == shelf ? reference : LiveHint.NoCase;
        Show(desk, reference);
        Elsewhere(desk, reference);
    }

    /// <summary>Tells every open page here, of whatever desk, that something may have changed.</summary>
    public void ShowAll()
    {
        foreach (var channel in _listeners.Keys)
        {
            channel.Writer.TryWrite(LiveHint.Anything);
        }
    }

    /// <summary>Tells every open page of the desk; never waits, and a page that is behind misses nothing but the repetition.</summary>
    public void Show(string desk, string reference)
    {
        foreach (var (channel, of) in _listeners)
        {
            if (of == desk)
            {
                channel.Writer.TryWrite(new LiveHint(reference));
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
    public async IAsyncEnumerable<LiveHint> Listen(string desk, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var channel = Channel.CreateBounded<LiveHint>(
            new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        _listeners[channel] = desk;
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
}

/// <param name="Reference">The case that changed; <c>-</c>: none, but mail did; empty: any may have; null: nothing did, the line is alive.</param>
public sealed record LiveHint(string? Reference)
{
    /// <summary>Stands for a change of the desk that is about no case, such as mail that came.</summary>
    public const string NoCase = "-";

    public static LiveHint Anything { get; } = new("");
    public static LiveHint Heartbeat { get; } = new(Reference: null);
}
