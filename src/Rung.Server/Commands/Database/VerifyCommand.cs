using System.CommandLine;

namespace Rung.Server.Commands.Database;

/// <summary><c>rung db verify</c>: whether what is stored is what the events say.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var json = new Option<bool>("--json") { Description = "Print one JSON object, for programs." };
        var command = new Command(
            "verify",
            "Replay the events of every case and compare all that is stored beside them: the queue, what falls due, links and versions. It only reads, and may run beside 'rung serve'. Exit code 1: something differs."
        )
        {
            data,
            address,
            json,
        };
        command.SetAction(
            (parsed, stop) =>
            {
                var folder = Path.GetFullPath(parsed.GetRequiredValue(data));
                var work = new VerifyWork(DatabaseOptions.Of(parsed.GetValue(address), folder), folder);
                return work.Run(parsed.GetValue(json), stop);
            }
        );
        return command;
    }
}
