using System.CommandLine;
using System.CommandLine.Parsing;
using Rung.Server.Commands.Database;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Replay;

/// <summary><c>rung replay --guide FILE</c>: how imported history would have come out under a guide.</summary>
internal static class ReplayCommand
{
    private static readonly Option<string[]> Guides = new("--guide")
    {
        Description = "The guide to replay under, a YAML file. Give it twice to lay two guides side by side.",
        HelpName = "file",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Desk = new("--desk")
    {
        Description = "The log to replay, by the `desk` of its mapping; not needed where there is only one.",
        HelpName = "id",
    };

    private static readonly Option<string?> Map = new("--map")
    {
        Description =
            "Take priorities, kind and contract from this mapping instead of the one that the log was imported by.",
        HelpName = "file",
    };

    private static readonly Option<string[]> Holidays = new("--holidays")
    {
        Description =
            "Public holidays of the log's years, an iCalendar file named after its region, or REGION=FILE. May be given several times.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Target = new("--target")
    {
        Description = "The target to judge, by its id; the guide's time to resolve when left out.",
        HelpName = "id",
    };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description =
            "Write a CSV file with a row for each case: its verdict, times and, with two guides, why they differ.",
        HelpName = "file",
    };

    private static readonly Option<bool> Time = new("--time")
    {
        Description = "Fold all of it several times more and print how long that takes once the program is warm.",
    };

    private static readonly Option<string> Data = DataOption.Create(
        "The folder of the installation that the history was imported into.",
        "rung-data"
    );

    private static readonly Option<string?> Address = DatabaseOptions.Address();

    public static Command Create()
    {
        Guides.Validators.Add(given =>
        {
            if (given.Tokens.Count > 2)
            {
                given.AddError("one guide, or two to lay side by side; not more.");
            }
        });
        var command = new Command(
            "replay",
            """
            Replay imported history under a guide: how often each target would have been met, by priority and month, what would have been missed, and how long cases waited for their customers. With two guides it shows which cases come out differently, and why.

            For example:
              rung replay --guide guides/schools-desk.yaml --holidays england-wales=days.ics
              rung replay --guide old.yaml --guide new.yaml --csv cases.csv
            """
        )
        {
            Guides,
            Desk,
            Map,
            Holidays,
            Target,
            Csv,
            Time,
            Data,
            Address,
        };
        command.Validators.Add(given =>
            OutputFile.MustNotBe(
                given,
                given.GetValue(Csv),
                [
                    .. given.GetValue(Guides) ?? [],
                    .. (given.GetValue(Holidays) ?? []).Select(one =>
                        one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..]
                    ),
                    given.GetValue(Map),
                ]
            )
        );
        command.SetAction((parsed, _) => Run(parsed));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        var asked = new ReplayAsk(
            parsed.GetRequiredValue(Guides),
            parsed.GetValue(Holidays) ?? [],
            parsed.GetValue(Target),
            parsed.GetValue(Map)
        );
        var history = await ReplayHistory.Load(
            new HistoryPlace(Path.GetFullPath(parsed.GetRequiredValue(Data)), parsed.GetValue(Address)),
            parsed.GetValue(Desk),
            asked.Map
        );
        var file = parsed.GetValue(Csv);
        using var csv = file is null ? null : ReplayCsv.Open(file);
        var replays = Replayed.All(asked, history);
        new ReplayReport(Console.Out, history, replays).Print();
        if (csv is not null)
        {
            ReplayCsv.Write(csv, history, replays);
            await Console.Out.WriteLineAsync($"Every case: {file}");
        }
        FoldTimes.Print(Console.Out, history, replays, parsed.GetValue(Time) ? FoldTimes.Warm : FoldTimes.Once);
        return ExitCode.Ok;
    }
}

/// <summary>What a replay is asked for on its command line.</summary>
internal sealed record ReplayAsk(
    IReadOnlyList<string> Guides,
    IReadOnlyList<string> Holidays,
    string? Target,
    string? Map
);
