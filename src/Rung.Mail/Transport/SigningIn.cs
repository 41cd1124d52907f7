using System.ComponentModel;
using System.Diagnostics;
using MailKit;
using MailKit.Security;

namespace Rung.Mail.Transport;

/// <summary>Signs in at a mail server: by password, or by an access token that is new each time (XOAUTH2).</summary>
internal static class SigningIn
{
    private static readonly TimeSpan LongestCommand = TimeSpan.FromSeconds(30);

    public static async Task SignIn(MailService client, MailServerAddress server, CancellationToken stop)
    {
        if (server.User is not { } user)
        {
            return;
        }
        if (await Token(server, stop) is { } token)
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(user, token), stop);
            return;
        }
        client.AuthenticationMechanisms.Remove("XOAUTH2");
        client.AuthenticationMechanisms.Remove("OAUTHBEARER");
        var password = server.PasswordFile is { } file
            ? (await File.ReadAllTextAsync(file, stop)).TrimEnd('\r', '\n')
            : server.Password!;
        await client.AuthenticateAsync(user, password, stop);
    }

    private static async Task<string?> Token(MailServerAddress server, CancellationToken stop) =>
        server.TokenFile is { } file ? (await File.ReadAllTextAsync(file, stop)).Trim()
        : server.TokenCommand is { } command ? await Printed(command, stop)
        : null;

    private static async Task<string> Printed(string command, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestCommand);
        using var process = Begin(command);
        try
        {
            var printed = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && !string.IsNullOrWhiteSpace(printed)
                ? printed.Trim()
                : throw new IOException($"the command for the token printed none (exit code {process.ExitCode})");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Begin(string command)
    {
        try
        {
            var start = new ProcessStartInfo("sh", ["-c", command])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            return Process.Start(start)!;
        }
        catch (Win32Exception wrong)
        {
            throw new IOException($"the command for the token cannot be run: {wrong.Message}", wrong);
        }
    }
}
