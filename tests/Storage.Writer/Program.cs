using NodaTime;
using Rung.Storage;
using Rung.Storage.Answers;
using Rung.Storage.Cases;
using Rung.Storage.Outbox;
using Rung.Storage.Postgres;
using Rung.Storage.Sqlite;
using Rung.Storage.Writer;

// Writes cases and notes as fast as it can until it is killed, and says of each write that it was acknowledged: one line,
// 'case ID', or 'note ID VERSION'. Its arguments: the database, how many write at once, and, if it is to kill itself, after
// which write: that one is committed and never acknowledged.
DatabaseAddress address = PostgresAddress.TryParse(args[0], out var postgres, out _)
    ? postgres
    : new SqliteFile(args[0]);
await using var database = await address.Open(TimeProvider.System);
var writers = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
var last = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 0;
var written = 0;
await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(WriteForEver)));

async Task WriteForEver()
{
    while (true)
    {
        var id = await database.Cases.NextId();
        await database.Cases.Save(Whole(id));
        Acknowledged($"case {id}");
        for (var version = 3; version < 6; version++)
        {
            await database.Cases.Save(new CaseWrite(Sample.Noting(id, version, $"after {version}")));
            Acknowledged($"note {id} {version + 1}");
        }
    }
}

// Something in every table that a write can touch, so that half a write would show.
static CaseWrite Whole(long id) =>
    new(Sample.New(id, Sample.Issued))
    {
        Messages =
        [
            new OutboxMessage
            {
                Key = $"logged {id}",
                CaseId = id,
                Kind = "logged",
                To = "office@millbrook.example.org",
                Subject = "Logged",
                Text = "Logged",
                NotBefore = Sample.Issued,
                QueuedAt = Sample.Issued,
            },
        ],
        Answer = new KeptAnswer(new AnswerKey($"{id}", "writer"), "hash", 201, $"{id}", Sample.Issued + Duration.Zero),
    };

// One line in one piece: a reader of the pipe never sees half of it, even when this process is killed.
void Acknowledged(string what)
{
    if (Interlocked.Increment(ref written) == last)
    {
        System.Diagnostics.Process.GetCurrentProcess().Kill();
        // The signal is on its way: nothing more is done here.
        Thread.Sleep(Timeout.Infinite);
    }
    var line = System.Text.Encoding.ASCII.GetBytes(what + "\n");
    using var output = Console.OpenStandardOutput();
    output.Write(line);
}
