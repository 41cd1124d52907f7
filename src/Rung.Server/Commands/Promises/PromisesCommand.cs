using System.CommandLine;
using Rung.Core.Promises;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Commands.Asking;
using Rung.Server.Hosting;
using Rung.Storage.Promises;

namespace Rung.Server.Commands.Promises;

/// <summary><c>rung promises</c>: the promise book of a desk, as the page and the API show it.</summary>
internal static class PromisesCommand
{
    private static readonly Option<string?> Desk = DeskOptions.Desk();

    private static readonly Option<string> Within = new("--within")
    {
        Description =
            "Due within this length from now, such as PT4H, or all, as of one customer when left out. What is overdue is always within it.",
        HelpName = "length",
        DefaultValueFactory = _ => "PT1H",
    };

    private static readonly Option<string?> Owner = new("--owner")
    {
        Description = "Of whoever has this name.",
        HelpName = "name",
    };

    private static readonly Option<string?> Kind = Chosen<PromiseKind>("--kind", "Of this kind");
    private static readonly Option<string?> State = Chosen<PromiseStanding>("--state", "Overdue, open, or both");
    private static readonly Option<bool> Json = new("--json") { Description = "Print the lines as JSON." };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description = "Write the lines to this file as CSV.",
        HelpName = "file",
    };

    private static readonly Option<string?> Data = DeskOptions.Data();
    private static readonly Option<string> Url = DeskOptions.Url();
    private static readonly Asker Asker = new();

    public static Command Create()
    {
        Within.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && !PromisesAsk.IsSpan(text.Value))
            {
                given.AddError($"'{text.Value}' is no length such as PT4H or PT30M, nor all.");
            }
        });
        var command = new Command(
            "promises",
            """
            Print what a desk owes to whom by when, overdue first: call-backs, planned contacts, updates, targets, calls, handovers, reasons for outage, answers to complaints that you may see, mails to be logged.

            For example:
              rung promises
              rung promises --within PT24H --kind callBack
              rung promises --desk smc --state overdue --csv overdue.csv
              rung promises --desk smc --customer harbour-trust
            """
        )
        {
            Desk,
            Within,
            Owner,
            Kind,
            State,
            Json,
            Csv,
            Data,
            Url,
        };
        Asker.AddTo(
            command,
            "Only what is owed to this customer, whenever it is due; with --actor and --role contact as that person of theirs sees it."
        );
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var customer = Asker.Customer(parsed);
        var isAll = customer is not null && parsed.GetResult(Within) is null or { Implicit: true };
        var ask = new PromisesAsk(
            parsed.GetValue(Desk),
            isAll ? PromisesAsk.Everything : parsed.GetRequiredValue(Within)
        )
        {
            Customer = customer,
            Owner = parsed.GetValue(Owner),
            Kind = parsed.GetValue(Kind),
            State = parsed.GetValue(State),
            As = Asker.Of(parsed),
        };
        var found = parsed.GetValue(Data) is { } folder
            ? await StoredDesk.Open(Path.GetFullPath(folder), installation => StoredPromises.Find(installation, ask))
            : await ServedPromises.Find(new Uri(parsed.GetRequiredValue(Url)), ask, stop);
        if (found.Missing is not null)
        {
            await Console.Error.WriteLineAsync($"rung: {found.Missing}");
            return found.Code;
        }
        return await Print(found.Text, parsed);
    }

    private static async Task<int> Print(string json, ParseResult parsed)
    {
        if (parsed.GetValue(Json))
        {
            await Console.Out.WriteLineAsync(json);
            return ExitCode.Ok;
        }
        var book = PromisesAsk.Read(json);
        if (parsed.GetValue(Csv) is { } file)
        {
            PromiseCsv.Write(file, book);
            await Console.Out.WriteLineAsync($"{TextLines.Count(book.Promises.Count, "promise")}: {file}");
            return ExitCode.Ok;
        }
        new PromiseBookTable(Console.Out, book, Terminal.Width()).Print();
        return ExitCode.Ok;
    }

    private static Option<string?> Chosen<T>(string name, string description)
        where T : struct, Enum
    {
        var words = string.Join(", ", Choice.Names<T>());
        var option = new Option<string?>(name) { Description = $"{description}: {words}.", HelpName = "word" };
        option.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && Choice.Parse<T>(text.Value) is null)
            {
                given.AddError($"'{text.Value}' is none of {words}.");
            }
        });
        return option;
    }
}
