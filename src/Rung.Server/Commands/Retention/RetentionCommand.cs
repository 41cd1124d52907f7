using System.CommandLine;
using Rung.Server.Commands.Asking;
using Rung.Server.Hosting;
using Rung.Server.Retention;

namespace Rung.Server.Commands.Retention;

/// <summary><c>rung retention</c>: what the guides keep no longer, and its end.</summary>
internal static class RetentionCommand
{
    private static readonly Option<string?> Desk = new("--desk")
    {
        Description = "Only this desk, by the id of its guide.",
        HelpName = "id",
    };

    private static readonly Option<bool> CarryOut = new("--carry-out")
    {
        Description = "End what has run out. Without it nothing is changed.",
    };

    private static readonly Option<string> Data = DataOption.Create(
        "The folder of the installation, which must not be running.",
        "rung-data"
    );

    public static Command Create()
    {
        var command = new Command(
            "retention",
            "Say of each desk how long its guide keeps what, how much has run out, and what a legal hold keeps; with --carry-out end it. A desk that runs does so by itself at night once somebody has begun it on its page of retention."
        )
        {
            Desk,
            CarryOut,
            Data,
        };
        command.SetAction((parsed, _) => Run(parsed));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        var found = await StoredDesk.Open(
            Path.GetFullPath(parsed.GetRequiredValue(Data)),
            async installation =>
            {
                var desks = installation.Desks.Active;
                var desk = parsed.GetValue(Desk);
                if (desk is not null && desks.All(one => one.Document.Id != desk))
                {
                    return FoundText.None(
                        $"there is no desk {desk}; there are {string.Join(", ", desks.Select(one => one.Document.Id))}.",
                        ExitCode.Usage
                    );
                }
                await using var parts = Parts(installation, Path.GetFullPath(parsed.GetRequiredValue(Data)));
                var work = new RetentionWork(
                    parts.GetRequiredService<RetentionDesk>(),
                    parts.GetRequiredService<RetentionStarts>(),
                    Console.Out
                );
                foreach (var guide in desks.Where(one => desk is null || one.Document.Id == desk))
                {
                    await work.Run(guide, parsed.GetValue(CarryOut));
                }
                return new FoundText("");
            },
            "its page of retention has the same, and carries it out at night once it is begun there; stop it to do so at once"
        );
        if (found.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync($"rung: {missing}");
        }
        return found.Code;
    }

    private static ServiceProvider Parts(Installation installation, string folder) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(new RungOptions(folder, 0))
            .AddSingleton(installation.Desks)
            .AddSingleton(installation.Clock)
            .AddSingleton(installation.Database)
            .AddRetention()
            .BuildServiceProvider();
}
