using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Server.Commands.Doctor;

/// <summary>The database: whether it opens, is sound and at this version's schema, and what waits in it for a person.</summary>
internal static class DatabaseCheck
{
    private const string About = "database";
    private static readonly Duration Late = Duration.FromMinutes(1);
    private static readonly Duration ClocksApart = Duration.FromSeconds(2);

    public static async IAsyncEnumerable<Finding> Of(Examined one, IReadOnlyList<Guide> guides)
    {
        if (one.File is { } file && !File.Exists(file.Path))
        {
            yield return new Finding(Grade.Note, About, $"there is no {file.Path} yet", "'rung serve' makes it");
            yield break;
        }
        var (schema, isGood) = await Schema(one.Database);
        yield return schema;
        if (isGood && one.File is { } sqlite)
        {
            (var soundness, isGood) = Soundness(sqlite);
            yield return soundness;
        }
        if (!isGood)
        {
            yield break;
        }
        await using var database = await one.Database.OpenToRead();
        await foreach (var finding in Waiting(database, one, guides))
        {
            yield return finding;
        }
    }

    private static async Task<(Finding, bool)> Schema(DatabaseAddress database)
    {
        try
        {
            var status = await database.Status();
            return status.IsCurrent
                ? (Finding.Good(About, $"{database} is at this version's schema"), true)
                : (Lacks(database, string.Join(", ", status.Missing)), false);
        }
        catch (StorageException e)
        {
            return (new Finding(Grade.Problem, About, e.Message.TrimEnd('.')), false);
        }
    }

    private static Finding Lacks(DatabaseAddress database, string missing) =>
        new(
            Grade.Problem,
            About,
            $"{database} lacks {missing}",
            "make a backup, then bring it to this version's schema with 'rung db migrate'"
        );

    private static (Finding, bool) Soundness(SqliteFile file)
    {
        var damage = Damage(file);
        return damage is null
            ? (Finding.Good(About, "every page of it is sound"), true)
            : (
                new Finding(
                    Grade.Problem,
                    About,
                    $"it is damaged: {damage}",
                    "stop the desk, and put the last backup there with 'rung db restore'"
                ),
                false
            );
    }

    private static string? Damage(SqliteFile file)
    {
        try
        {
            return file.Damage();
        }
        catch (StorageException e)
        {
            return e.Message.TrimEnd('.');
        }
    }

    private static async IAsyncEnumerable<Finding> Waiting(
        RungDatabase database,
        Examined one,
        IReadOnlyList<Guide> guides
    )
    {
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var there = await database.Now();
        if (there - now > ClocksApart || now - there > ClocksApart)
        {
            yield return new Finding(
                Grade.Problem,
                "clock",
                $"this machine's clock and the database's are {Math.Abs((there - now).TotalSeconds):0} s apart",
                "set both by the network's time: a node that is off handles nothing that falls due"
            );
        }
        if (await database.Settings.Muted() is { } why)
        {
            yield return new Finding(
                Grade.Note,
                "mail",
                $"no mail leaves and none is fetched: {why}",
                "let it speak again with 'rung db unmute'"
            );
        }
        yield return await KeysCheck.Of(database, one.Folder);
        if (DataFolder.IsDemo(one.Folder))
        {
            yield return new Finding(Grade.Note, About, "it is a demo's, which begins afresh at every start");
            yield break;
        }
        if (await database.Dues.Next() is { } due && now - due > Late)
        {
            yield return new Finding(
                Grade.Problem,
                "dues",
                $"what fell due at {due:uuuu-MM-dd HH:mm} UTC has not been handled",
                "start the desk, or look at its log: it is handled late, and marked so"
            );
        }
        foreach (var guide in guides)
        {
            await foreach (
                var finding in OfDesk(database, guide.Document.Id, (now, Delivery.WaitsTooLong(one.Smtp, now)))
            )
            {
                yield return finding;
            }
        }
    }

    private static async IAsyncEnumerable<Finding> OfDesk(
        RungDatabase database,
        string desk,
        (Instant Now, Instant TooLong) moments
    )
    {
        var (failed, waiting) = await database.Outbox.Count(desk, moments.TooLong);
        if (failed + waiting > 0)
        {
            yield return new Finding(
                Grade.Problem,
                desk,
                $"{TextLines.Count(failed, "mail")} could not be delivered, {waiting} waiting for a quarter of an hour",
                "see them on the page Not delivered, with what the mail server said"
            );
        }
        var mail = await database.Inbound.Count(desk, moments.Now);
        if (mail.SetAside > 0)
        {
            yield return new Finding(
                Grade.Problem,
                desk,
                $"{TextLines.Count(mail.SetAside, "mail")} that came in could not be read: set aside",
                "see them on the page Intake, where each can be tried again"
            );
        }
        if (mail.Overdue > 0)
        {
            yield return new Finding(
                Grade.Note,
                desk,
                $"{mail.Overdue} of {TextLines.Count(mail.Unlogged, "mail")} on the page Intake should have been logged by now"
            );
        }
    }
}
