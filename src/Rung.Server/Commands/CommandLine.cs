using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Rung.Server.Commands;

/// <summary>
/// The verbs of <c>rung</c>. Verbs only describe themselves here: what they need (a web server, a database) is
/// loaded when their action runs, so that a short verb starts as fast as the runtime does.
/// </summary>
internal static class CommandLine
{
    // A name that starts with @ is a name, not a file of further arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    // Longer than the server takes to let its requests and workers finish: nothing is cut off half-way by a second signal.
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
    };

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return await Answer(args);
        }
        catch (Hosting.StartException e)
        {
            return Tell($"rung: {e.Message}", e.Code);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (ArgumentException e) when (e.ParamName == "path")
        {
            return Tell("rung: '' is not the name of a file or folder.", ExitCode.Usage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Storage.StorageException)
        {
            return Tell($"rung: {e.Message}", ExitCode.Environment);
        }
        catch (Exception e)
        {
            return Tell($"rung: this is a bug in Rung; please report what follows.\n{e}", ExitCode.Bug);
        }
    }

    private static async Task<int> Answer(string[] args)
    {
        if (args.Length == 0)
        {
            await Answer(["--help"]);
            return ExitCode.Usage;
        }
        var parsed = CreateRoot().Parse(args, Parser);
        var isWrong =
            parsed.Action is ParseErrorAction || parsed.Action is HelpAction && parsed.UnmatchedTokens.Count > 0;
        if (!isWrong)
        {
            return await parsed.InvokeAsync(Invocation);
        }
        var code = Tell(UsageError.Of(parsed), ExitCode.Usage);
        return Mail.MailDeliverCommand.IsMeant(parsed) ? ExitCode.TryAgain : code;
    }

    // Whoever has closed or filled standard error still gets the exit code.
    private static int Tell(string words, int code)
    {
        try
        {
            Console.Error.WriteLine(words);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return code;
        }
        return code;
    }

    private static RootCommand CreateRoot() =>
        new(
            """
            Runs a service desk by its provider's published contact and escalation guide.

            Exit codes: 0 done; 1 what was looked at has problems; 2 wrong command line; 3 something on this machine is missing (a file, a permission, a free port); 70 a bug in Rung; 130 interrupted.
            """
        )
        {
            DemoCommand.Create(),
            ServeCommand.Create(),
            Guides.GuideCommand.Create(),
            Import.ImportCommand.Create(),
            ExportCommand.Create(),
            Replay.ReplayCommand.Create(),
            Report.ReportCommand.Create(),
            ClockCommand.Create(),
            EvidenceCommand.Create(),
            Promises.PromisesCommand.Create(),
            Mail.MailCommand.Create(),
            Accounts.AccountCommand.Create(),
            Database.DatabaseCommand.Create(),
            Doctor.DoctorCommand.Create(),
            Audit.AuditCommand.Create(),
            Retention.RetentionCommand.Create(),
            HelpCommand.Create(),
        };
}
