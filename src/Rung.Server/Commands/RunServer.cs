using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Rung.Server.Accounts;
using Rung.Server.Hosting;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Commands;

/// <summary>Starts a server, says where it is, and stops it cleanly.</summary>
internal static class RunServer
{
    private const int LastPort = 65535;

    public static Option<int> PortOption()
    {
        var port = new Option<int>("--port")
        {
            Description = "TCP port on this machine; 0 takes a free one.",
            HelpName = "number",
            DefaultValueFactory = _ => RungOptions.UsualPort,
        };
        port.Validators.Add(given =>
        {
            if (
                given.Tokens is [var text, ..]
                && !(int.TryParse(text.Value, out var number) && number is >= 0 and <= LastPort)
            )
            {
                given.AddError($"'{text.Value}' is not a port from 0 to {LastPort}.");
            }
        });
        return port;
    }

    public static async Task<int> Run(RungOptions options, string says, CancellationToken stop)
    {
        try
        {
            await using var app = await RungHost.Build(options);
            await Start(app, stop);
            await Console.Out.WriteLineAsync($"Rung is on {RungHost.Address(app)}\n{says}. Stop it with Ctrl+C.");
            await TellFirstRun(app, options);
            await app.WaitForShutdownAsync(stop);
            return ExitCode.Ok;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"rung: port {options.Port} is in use: stop what uses it, or choose another with --port."
            );
            return ExitCode.Environment;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            await Console.Error.WriteLineAsync(
                $"rung: {options.Door?.Listen} is not an address of this machine: name one with --listen, or 0.0.0.0 for all."
            );
            return ExitCode.Environment;
        }
    }

    private static async Task TellFirstRun(WebApplication app, RungOptions options)
    {
        if (options.HasAccounts && await app.Services.GetRequiredService<FirstRun>().Begin() is { } token)
        {
            var address = app.Services.GetRequiredService<LinkAddress>().Of(Addresses.FirstRun);
            await Console.Out.WriteLineAsync(
                $"Nobody who can sign in administers this installation yet. Within 24 hours, open {address} and give it this token, which works once and is not shown again:\n{token}"
            );
        }
    }

    // What was started before the failure is stopped in order.
    private static async Task Start(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
