using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Desk;
using Rung.Server.SubjectAccess;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Commands;
using Rung.Server.Tests.Mails;
using Rung.Server.Tests.Nodes;
using Rung.Storage;
using Rung.Storage.Accounts;
using Rung.Storage.Complaints;
using Rung.Storage.Drafts;
using Rung.Storage.Feeds;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Erasures;

/// <summary>
/// A desk at which somebody has left a canary wherever something of theirs can go: on file, on cases of their own and of another, in mails,
/// files, drafts, notes of calls, messages and whatever lets them in.
/// </summary>
internal sealed class ErasableDesk : IAsyncDisposable
{
    public const string Name = "Alice Canary";
    public const string Email = "alice@canary.example.org";
    public const string Phone = "01632 960777";
    public const string Contact = "alice-canary";

    // Words that stand alone in what was planted; the number as search keeps it.
    private static readonly string[] Theirs = ["canary", "960777", "alice"];

    private readonly SharedDatabase? _shared;

    private ErasableDesk(SharedDatabase? shared, RunningDesk desk) => (_shared, Desk) = (shared, desk);

    public RunningDesk Desk { get; }
    public RungDatabase Database => Desk.Services.GetRequiredService<RungDatabase>();
    public Caller Agent => new(Desk);

    /// <summary>Reported by them, and closed.</summary>
    public CaseReference Own { get; private set; }

    /// <summary>Reported by somebody else, with their words on it, and closed.</summary>
    public CaseReference OfAnother { get; private set; }

    /// <summary>A complaint of theirs, closed.</summary>
    public CaseReference Complaint { get; private set; }

    public static async Task<ErasableDesk> Open(OnDatabase kind)
    {
        var shared = kind == OnDatabase.Postgres ? await SharedDatabase.Fresh() : null;
        var made = new ErasableDesk(shared, await RunningDesk.Open("2026-12-14T10:00:00Z", shared?.Address));
        await made.Plant();
        return made;
    }

    /// <summary>Where something of theirs is found in all that the database has on disk; empty: nowhere.</summary>
    public async Task<IReadOnlyList<string>> Found() =>
        _shared is null ? InFiles() : await InTables(_shared.Address.ConnectionString);

    /// <summary>How many cases are found by a word.</summary>
    public async Task<int> Hits(string word) =>
        (await Agent.Get($"search?q={word}")).Expect(200).Body!["hits"]!.AsArray().Count;

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }
    }

    private List<string> InFiles()
    {
        List<string> found = [];
        foreach (var path in Directory.EnumerateFiles(Desk.Folder, "rung.db*"))
        {
            using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            found.AddRange(Names(Encoding.Latin1.GetString(bytes), Path.GetFileName(path)));
        }
        return found;
    }

    private static async Task<List<string>> InTables(string address)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = await Texts(
            connection,
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema"
        );
        List<string> found = [];
        foreach (var table in tables)
        {
            // Bytes as text, so that what is in a mail is seen.
            var rows = await Texts(connection, $"SELECT row_to_json(one)::text FROM \"{table}\" one");
            found.AddRange(rows.SelectMany(row => Names(Decoded(row), table)));
        }
        return found;
    }

    private static string Decoded(string row) =>
        row.Split("\"\\\\x") is [var first, .. var rest]
            ? first
                + string.Join(
                    ' ',
                    rest.Select(part => Encoding.Latin1.GetString(Convert.FromHexString(part.Split('"')[0])) + part)
                )
            : row;

    private static async Task<List<string>> Texts(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> texts = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }

    private static IEnumerable<string> Names(string text, string where) =>
        Theirs
            .Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase))
            .Where(at => at >= 0)
            .Select(at => $"{where}: {Around(text, at)}");

    private static string Around(string text, int at)
    {
        var from = Math.Max(at - 60, 0);
        var near = text.Substring(from, Math.Min(120, text.Length - from));
        return new string([.. near.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }

    /// <summary>They, as the desk has them on file.</summary>
    public async Task<Subject> Subject()
    {
        var customer = (await Database.Customers.Find(RunningDesk.Customer))!;
        Desk.Services.GetRequiredService<DeskRegister>().TryGet("schools-desk", out var guide);
        return new Subject(guide!, customer, customer.Contacts.Single(one => one.Id == Contact));
    }

    /// <summary>The message that was queued last: that to sign in.</summary>
    public async Task<long> LastQueued()
    {
        var id = 0L;
        while (await Database.Outbox.Find(id + 1) is not null)
        {
            id++;
        }
        return id;
    }

    /// <summary>What <c>rung db verify</c> finds, of a file.</summary>
    public async Task<string> Verified()
    {
        if (_shared is not null)
        {
            return "";
        }
        var (code, output, error) = await RungProgram.Run("db", "verify", "--data", Desk.Folder);
        return code == 0 ? "" : output + error;
    }

    private async Task Plant()
    {
        await OnFile();
        Own = CaseReference.FromStored((await Agent.Log(Report(Name, "canary-subject"))).Reference);
        var alice = new Caller(Desk, Name, "contact");
        await alice.Do(Own.Text, "reply", Said("canary-answer"));
        await Agent.Do(Own.Text, "note", new JsonObject { ["text"] = "canary-note" });
        await Agent.Do(Own.Text, "update", new JsonObject { ["text"] = "Dear Alice, canary-update" });
        await Mail($"[{Own.Text}] canary-mail", "canary-in-a-mail\r\n");
        OfAnother = CaseReference.FromStored((await Agent.Log(Report("Network manager", "of-another"))).Reference);
        await alice.Do(OfAnother.Text, "reply", Said("canary-in-the-case-of-another"));
        await Agent.Do(OfAnother.Text, "update", new JsonObject { ["text"] = $"{Name} rang, {Phone}." });
        Complaint = await Complained();
        foreach (var one in (CaseReference[])[Own, OfAnother])
        {
            await Database.Drafts.Save(
                new Draft(new DraftKey($"{one.Text}/note", "Agent 9"), $"{Name} rang", Desk.Now)
            );
            await Agent.Do(
                one.Text,
                "resolve",
                new JsonObject { ["resolution"] = $"Told {Name}", ["confirmation"] = "required" }
            );
            await new Caller(Desk, one == Own ? Name : "Network manager", "contact").Do(one.Text, "confirm");
        }
        await Beside();
        // Whoever looks finds it, and with that it is in the index.
        Assert.Equal(2, await Hits("canary"));
    }

    private async Task OnFile()
    {
        var ashgrove = (await Database.Customers.Find(RunningDesk.Customer))!;
        Contact[] more =
        [
            new(Contact, Name, Phone, Email, []),
            new("network", "Network manager", "01632 960124", "network@ashgrove.example.org", []),
        ];
        await Database.Customers.Save(ashgrove with { Contacts = [.. ashgrove.Contacts, .. more] });
    }

    public static JsonObject Report(string name, string subject)
    {
        var report = (JsonObject)Caller.FaultForSome.DeepClone();
        report["subject"] = subject;
        report["contact"] =
            name == Name
                ? new JsonObject
                {
                    ["name"] = name,
                    ["phone"] = Phone,
                    ["email"] = Email,
                }
                : new JsonObject { ["name"] = name };
        report["answers"]!["details"] = name == Name ? "canary-details" : "It hums";
        report["customerReference"] = name == Name ? "CANARY-7" : "N-1";
        return report;
    }

    private async Task<CaseReference> Complained()
    {
        var complaint = new JsonObject
        {
            ["source"] = "letter",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = Name, ["email"] = Email },
            ["text"] = "canary-complaint",
            ["receivedAt"] = "2026-12-14T09:00:00Z",
            // "canary-paper"
            ["papers"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "canary.txt",
                    ["mediaType"] = "text/plain",
                    ["content"] = "Y2FuYXJ5LXBhcGVy",
                }
            ),
        };
        var handler = new Caller(Desk, "Service Desk Manager", "service-desk-manager");
        var reference = (await handler.Post("complaints", complaint)).Expect(201).Reference;
        await handler.Do(reference, "answer-complaint", new JsonObject { ["text"] = "canary-full-answer" });
        await handler.Do(reference, "close");
        return CaseReference.FromStored(reference);
    }

    public async Task Mail(string subject, string text) =>
        await new MailServer(Desk).Takes(
            MailServer.Message(
                $"{Name} <{Email}>",
                subject,
                text,
                MailServer.Verified.Replace("ashgrove", "canary", StringComparison.Ordinal)
            ),
            sender: Email
        );

    private async Task Beside()
    {
        var (desk, now) = ("schools-desk", Desk.Now);
        await Database.Drafts.Save(
            new Draft(new DraftKey($"{desk}/report", $"{RunningDesk.Customer}/{Contact}"), "canary", now)
        );
        await Database.Drafts.Save(
            new Draft(new DraftKey($"{desk}/call", "Agent 9"), $"{{\"caller\":\"{Name}\"}}", now)
        );
        await Database.Customers.Record(
            new Referral(desk, RunningDesk.Customer, Name, "Their own desk", "canary-referral", now, "Agent 9")
        );
        await Database.Complaints.Note(
            new Redirection(desk, RunningDesk.Customer, Name, "canary-spoken", "canary-said", now, "Agent 9", "agent")
        );
        await Database.ContactEntries.Begin(
            new ContactSession("hash-1", desk, RunningDesk.Customer, Contact, Email.ToUpperInvariant()) { SeenAt = now }
        );
        var link = new ContactLink("hash-2", desk, Email.ToUpperInvariant(), now + Duration.FromHours(1));
        await Database.ContactEntries.Send(link, Letter(now), 5, now);
        await Database.Identities.Add(
            "https://login.example.org/",
            ("subject-1", IdentityStore.Contact(desk, RunningDesk.Customer, Contact)),
            now
        );
        await Database.Feeds.Replace(new CalendarFeed(desk, RunningDesk.Customer, Contact), "hash-3", now);
    }

    private static OutboxMessage Letter(Instant now) =>
        new()
        {
            Key = "sign-in-1",
            Kind = "sign-in",
            To = Email,
            Subject = "Sign in",
            Text = $"Dear {Name}",
            NotBefore = now,
            QueuedAt = now,
            Desk = "schools-desk",
            Sealed = "sealed",
        };

    private static JsonObject Said(string text) => new() { ["text"] = text, ["channel"] = "portal" };
}

public enum OnDatabase
{
    Sqlite,
    Postgres,
}
