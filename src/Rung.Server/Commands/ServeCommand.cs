using System.CommandLine;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Commands.Database;
using Rung.Server.Hosting;

namespace Rung.Server.Commands;

/// <summary><c>rung serve</c>: the product on a data folder.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var (data, address, port) = (DatabaseOptions.Data(), DatabaseOptions.Address(), RunServer.PortOption());
        var authServId = new Option<string?>("--authserv-id")
        {
            Description =
                "The name by which your mail server signs what it found about senders (Authentication-Results); without it no sender counts as verified.",
            HelpName = "name",
        };
        var (smtp, imap) = (SmtpOption.Create(), ImapOption.Create());
        var signIn = SignInOption.Create();
        var command = new Command(
            "serve",
            "Run the service desk on a data folder, for people who sign in. It listens on this machine only (127.0.0.1 and ::1), unless it is told of a proxy."
        )
        {
            data,
            address,
            port,
            authServId,
            smtp,
            imap,
            signIn,
        };
        var door = new DoorOptions();
        door.AddTo(command);
        command.SetAction(
            (parsed, stop) =>
            {
                var folder = Path.GetFullPath(parsed.GetRequiredValue(data));
                var options = new RungOptions(folder, parsed.GetValue(port))
                {
                    HasAccounts = true,
                    Door = door.Of(parsed),
                    Database = DatabaseSetting.Find(parsed.GetValue(address)),
                    AuthServId = parsed.GetValue(authServId),
                    Smtp = SmtpSetting.Find(parsed.GetValue(smtp)),
                    Issuers = IssuerSetting.Find(parsed.GetValue(signIn)),
                    Mailboxes = ImapSetting.Find(parsed.GetValue(imap) ?? []),
                };
                return RunServer.Run(options, $"Serving {Words(options)}, {Where(options.Door)}", stop);
            }
        );
        return command;
    }

    private static string Where(PublicDoor? door) =>
        door is null ? "on this machine only" : $"to people at {door.Address}";

    private static string Words(RungOptions options) =>
        options.Database is null ? options.DataFolder : $"{options.Database}, guides from {options.DataFolder}";
}
