using System.Collections.Concurrent;
using Rung.Server.Tests.Nodes;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>What was acknowledged is there after <c>kill -9</c>, and what was sent again is there once (R13, R42).</summary>
public sealed class KillTests
{
    private const int Rounds = 4;
    private const int Writers = 6;
    private const int FewestBeforeTheKill = 60;

    // R13
    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed_under_load() =>
        await KillAgainAndAgain([]);

    [Fact]
    public async Task Nor_on_PostgreSQL()
    {
        await using var shared = await SharedDatabase.Fresh();
        await using (var database = await shared.Address.Open(TimeProvider.System))
        {
            await ServedDesk.Prepare(database);
        }
        await KillAgainAndAgain(new() { ["Rung__Database"] = shared.Address.ConnectionString });
    }

    private static async Task KillAgainAndAgain(Dictionary<string, string> environment)
    {
        var folder = await ServedDesk.NewFolder();
        var told = new Told();
        for (var round = 0; round < Rounds; round++)
        {
            await using var desk = await ServedDesk.Start(folder, environment);
            await Check(desk, told);
            var writers = Enumerable
                .Range(0, Writers)
                .Select(writer => Write(desk, told, $"{round}-{writer}"))
                .ToList();
            // At another moment each time, in the midst of the work.
            while (told.Acknowledged < (round + 1) * FewestBeforeTheKill)
            {
                await Task.Yield();
            }
            await desk.Kill();
            await Task.WhenAll(writers);
        }
        await using var last = await ServedDesk.Start(folder, environment);
        await Check(last, told);
        Assert.Equal(0, await last.Terminate());
        Directory.Delete(folder, recursive: true);
    }

    // Cases with notes on them, until the process is gone.
    private static async Task Write(ServedDesk desk, Told told, string writer)
    {
        for (var number = 0; ; number++)
        {
            var key = $"{writer}-{number}";
            told.Keys.Add(key);
            if (await desk.Log(key) is not { } reference)
            {
                return;
            }
            told.Log(key, reference);
            for (var note = 0; note < 3; note++)
            {
                if (!await desk.Note(reference, $"{key} {note}"))
                {
                    return;
                }
                told.Note(reference, $"{key} {note}");
            }
        }
    }

    private static async Task Check(ServedDesk desk, Told told)
    {
        foreach (var (reference, notes) in told.Notes)
        {
            // One more may be there: committed, and killed before it could be acknowledged.
            var there = await desk.Notes(reference);
            Assert.Equal(notes, there.Take(notes.Count));
            Assert.InRange(there.Count, notes.Count, notes.Count + 1);
        }
        foreach (var key in told.Keys)
        {
            var reference = await desk.Log(key);
            Assert.NotNull(reference);
            Assert.Equal(told.References.GetOrAdd(key, reference), reference);
            told.Notes.TryAdd(reference, []);
        }
        Assert.Equal(told.References.Count, told.References.Values.Distinct().Count());
    }

    /// <summary>What the desk has acknowledged.</summary>
    private sealed class Told
    {
        private int _acknowledged;

        public int Acknowledged => Volatile.Read(ref _acknowledged);
        public ConcurrentBag<string> Keys { get; } = [];
        public ConcurrentDictionary<string, string> References { get; } = [];
        public ConcurrentDictionary<string, List<string>> Notes { get; } = [];

        public void Log(string key, string reference)
        {
            References[key] = reference;
            Notes[reference] = [];
            Interlocked.Increment(ref _acknowledged);
        }

        public void Note(string reference, string text)
        {
            Notes[reference].Add(text);
            Interlocked.Increment(ref _acknowledged);
        }
    }
}
