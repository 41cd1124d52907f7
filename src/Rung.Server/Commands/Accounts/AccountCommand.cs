using System.CommandLine;
using Rung.Server.Accounts;
using Rung.Server.Commands.Database;
using Rung.Server.Hosting;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Commands.Accounts;

/// <summary><c>rung account</c>: what whoever has the data folder can do about accounts when nobody gets in any more.</summary>
internal static class AccountCommand
{
    public static Command Create() =>
        new("account", "Get in again when no administrator can: needs the data folder, and the server stopped.")
        {
            FirstRunCommand(),
        };

    private static Command FirstRunCommand()
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var command = new Command(
            "first-run",
            "Print a token that makes another administrator on the page of the first run. It works once, within 24 hours."
        )
        {
            data,
            address,
        };
        command.SetAction(parsed => Print(parsed.GetRequiredValue(data), parsed.GetValue(address)));
        return command;
    }

    private static async Task<int> Print(string folder, string? address)
    {
        DatabaseOptions.Existing(address, folder);
        var options = new RungOptions(Path.GetFullPath(folder), 0) { Database = DatabaseSetting.Find(address) };
        using var installation = await Installation.Open(options);
        await using var database = installation.Database;
        var token = await new FirstRun(database, installation.Clock, new PasswordRule()).Token();
        await Console.Error.WriteLineAsync(
            $"Start the server, open its page {Addresses.FirstRun} and give it this token, which works once, within 24 hours:"
        );
        await Console.Out.WriteLineAsync(token);
        return ExitCode.Ok;
    }
}
