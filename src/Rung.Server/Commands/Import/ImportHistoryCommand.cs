using System.CommandLine;
using NodaTime;
using Rung.Core.History.Mapping;
using Rung.Server.Commands.Database;
using Rung.Server.Commands.Replay;

namespace Rung.Server.Commands.Import;

/// <summary><c>rung import history FILE</c>: the log of the desk that one comes from.</summary>
internal static class ImportHistoryCommand
{
    private static readonly Argument<string> Log = new("file")
    {
        Description = "The log: a CSV file with a header, packed with gzip or not.",
    };

    private static readonly Option<string?> Map = new("--map")
    {
        Description = "The mapping that says what its columns and states mean, a YAML file; docs/import-history.md.",
        HelpName = "file",
    };

    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "Import nothing: show the first rows as they would be read, and what is not known.",
    };

    private static readonly Option<bool> Draft = new("--draft")
    {
        Description = "Import nothing: look at the log and print a mapping to begin with.",
    };

    private static readonly Option<string?> Zone = new("--zone")
    {
        Description = "With --draft: the zone of the log's times, such as Europe/London.",
        HelpName = "zone",
    };

    private static readonly Option<string?> Encoding = new("--encoding")
    {
        Description = $"With --draft: how the log is written, one of {string.Join(", ", LogEncodings.Names)}.",
        HelpName = "encoding",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Write a CSV file that says of every row what became of it.",
        HelpName = "file",
    };

    private static readonly Option<bool> LeaveOut = new("--leave-out-unread")
    {
        Description = "Import the other rows although some cannot be read; else nothing is imported.",
    };

    private static readonly Option<string> Data = DataOption.Create(
        "The folder of the installation that the history goes into.",
        "rung-data"
    );

    private static readonly Option<string?> Address = DatabaseOptions.Address();

    public static Command Create()
    {
        Zone.Validators.Add(given =>
        {
            if (given.Tokens is [var name, ..] && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Value) is null)
            {
                given.AddError($"'{name.Value}' is not a time zone like Europe/London.");
            }
        });
        Encoding.Validators.Add(given =>
        {
            if (given.Tokens is [var name, ..] && !LogEncodings.TryRead(name.Value, out _))
            {
                given.AddError($"'{name.Value}' is not one of {string.Join(", ", LogEncodings.Names)}.");
            }
        });
        var command = new Command(
            "history",
            """
            Import the log of another desk, to be replayed under any guide with 'rung replay'. Begin with --draft, look with --explain, then import. Importing again adds only what is new. Imported cases are history: nothing falls due on them and nobody is written to.

            For example:
              rung import history incidents.csv --draft --zone Europe/London > incidents.yaml
              rung import history incidents.csv --map incidents.yaml --explain
              rung import history incidents.csv --map incidents.yaml --report rows.csv
            """
        )
        {
            Log,
            Map,
            Explain,
            Draft,
            Zone,
            Encoding,
            Report,
            LeaveOut,
            Data,
            Address,
        };
        command.Validators.Add(given =>
        {
            var (hasMap, drafts) = (given.GetResult(Map) is not null, given.GetResult(Draft) is not null);
            if (!hasMap && !drafts && given.GetResult(Explain) is null && given.GetResult(Log) is { Tokens.Count: > 0 })
            {
                given.AddError("a mapping is needed: --map FILE. Without one, --draft prints a mapping to begin with.");
            }
            if (hasMap && drafts)
            {
                given.AddError("--draft makes a mapping and --map names one: give one of them.");
            }
            else if (hasMap && given.GetResult(Zone) is not null)
            {
                given.AddError(
                    "--zone is for a draft: with --map the zone is that of the mapping, `times: { zone: … }`."
                );
            }
            else if (hasMap && given.GetResult(Encoding) is not null)
            {
                given.AddError(
                    "--encoding is for a draft: with --map the encoding is that of the mapping, `file: { encoding: … }`."
                );
            }
        });
        command.Validators.Add(given =>
            OutputFile.MustNotBe(given, given.GetValue(Report), [given.GetValue(Log), given.GetValue(Map)])
        );
        command.SetAction((parsed, _) => Run(parsed));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        var log = parsed.GetRequiredValue(Log);
        if (parsed.GetValue(Draft))
        {
            return DraftReport.Print(log, Ask(parsed));
        }
        if (parsed.GetValue(Map) is not { } mapping)
        {
            return ExplainReport.PrintWithoutMap(log, Ask(parsed));
        }
        if (MapFile.Read(mapping) is not { } map)
        {
            return ExitCode.Problems;
        }
        if (parsed.GetValue(Explain))
        {
            return ExplainReport.Print(log, map.Map);
        }
        var task = new ImportTask(
            log,
            map,
            new HistoryPlace(Path.GetFullPath(parsed.GetRequiredValue(Data)), parsed.GetValue(Address)),
            parsed.GetValue(Report),
            parsed.GetValue(LeaveOut)
        );
        return await task.Run();
    }

    private static DraftAsk Ask(ParseResult parsed) =>
        new(
            parsed.GetValue(Zone),
            LogEncodings.TryRead(parsed.GetValue(Encoding) ?? "", out var encoding) ? encoding : null
        );
}
