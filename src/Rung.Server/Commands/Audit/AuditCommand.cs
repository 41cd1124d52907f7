using System.CommandLine;
using Rung.Server.Commands.Database;
using Rung.Storage;
using Rung.Storage.Audit;

namespace Rung.Server.Commands.Audit;

/// <summary><c>rung audit</c>: who looked at what and changed what, and whether that record is whole.</summary>
internal static class AuditCommand
{
    private const int UsualEntries = 50;
    private const int MostEntries = 10_000;

    public static Command Create() =>
        new("audit", "Who looked at what, changed what and signed in; and whether that record is as it was written.")
        {
            List(),
            Verify(),
        };

    private static Command List()
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var who = new Option<string?>("--who")
        {
            Description = "Only what this person or program did.",
            HelpName = "name",
        };
        var about = new Option<string?>("--about")
        {
            Description = "Only what this path begins with, such as /schools-desk/cases/R-7K4-239.",
            HelpName = "path",
        };
        var most = new Option<int>("--most")
        {
            Description = "So many, the newest first.",
            DefaultValueFactory = _ => UsualEntries,
        };
        most.Validators.Add(given =>
        {
            if (
                given.Tokens is [var text, ..]
                && !(int.TryParse(text.Value, out var number) && number is > 0 and <= MostEntries)
            )
            {
                given.AddError($"--most: '{text.Value}' is not a number from 1 to {MostEntries}.");
            }
        });
        var before = new Option<long?>("--before")
        {
            Description = "Only those before this number: names the last line of a list to go on from there.",
            HelpName = "number",
        };
        var command = new Command(
            "list",
            "The newest entries first, each with when (UTC), who, from where, what and about what."
        )
        {
            who,
            about,
            most,
            before,
            data,
            address,
        };
        command.SetAction(
            (parsed, _) =>
                On(
                    DatabaseOptions.Of(parsed.GetValue(address), parsed.GetRequiredValue(data)),
                    database =>
                        AuditWork.List(
                            database,
                            new AuditQuery(parsed.GetValue(most))
                            {
                                Who = parsed.GetValue(who),
                                About = parsed.GetValue(about),
                                Before = parsed.GetValue(before),
                            }
                        )
                )
        );
        return command;
    }

    private static Command Verify()
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var head = new Option<string?>("--head")
        {
            Description = "What this command printed earlier: finds out whether everything was written anew since.",
            HelpName = "number:hash",
        };
        head.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && AuditHead.Parse(text.Value) is null)
            {
                given.AddError($"--head: {text.Value} is not NUMBER:HASH as 'rung audit verify' prints it.");
            }
        });
        var command = new Command(
            "verify",
            "Find out whether an entry was changed, taken out or put between, and print the head to be noted elsewhere."
        )
        {
            head,
            data,
            address,
        };
        command.SetAction(
            (parsed, _) =>
                On(
                    DatabaseOptions.Of(parsed.GetValue(address), parsed.GetRequiredValue(data)),
                    database => AuditWork.Verify(database, AuditHead.Parse(parsed.GetValue(head)))
                )
        );
        return command;
    }

    private static async Task<int> On(DatabaseAddress address, Func<RungDatabase, Task<int>> work)
    {
        await using var database = await address.OpenToRead();
        return await work(database);
    }
}
