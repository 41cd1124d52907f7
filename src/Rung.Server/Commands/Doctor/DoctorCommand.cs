using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Rung.Core.Guides;
using Rung.Server.Commands.Database;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Doctor;

/// <summary><c>rung doctor</c>: says what is wrong with an installation, running or not, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var (smtp, imap) = (SmtpOption.Create(), ImapOption.Create());
        var signIn = SignInOption.Create();
        var command = new Command(
            "doctor",
            "Say what is wrong with an installation, running or not, and what to do about it. Changes nothing. Name what 'rung serve' is started with."
        )
        {
            data,
            address,
            smtp,
            imap,
            signIn,
        };
        command.SetAction(
            (parsed, stop) =>
            {
                var folder = Path.GetFullPath(parsed.GetRequiredValue(data));
                var examined = new Examined(folder, DatabaseOptions.Of(parsed.GetValue(address), folder))
                {
                    Smtp = SmtpSetting.Find(parsed.GetValue(smtp)),
                    Mailboxes = ImapSetting.Find(parsed.GetValue(imap) ?? []),
                    SignIn = parsed.GetValue(signIn),
                };
                return Run(examined, stop);
            }
        );
        return command;
    }

    private static async Task<int> Run(Examined one, CancellationToken stop)
    {
        var version = typeof(DoctorCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        var without = version.InformationalVersion.Split('+')[0];
        await Console.Out.WriteLineAsync($"Rung {without} on {RuntimeInformation.FrameworkDescription}\n");
        var problems = 0;
        await foreach (var finding in All(one, stop))
        {
            DoctorText.Print(finding);
            problems += finding.Grade == Grade.Problem ? 1 : 0;
        }
        await Console.Out.WriteLineAsync(problems == 0 ? "\nNothing is wrong." : $"\nProblems: {problems}.");
        return problems == 0 ? ExitCode.Ok : ExitCode.Problems;
    }

    private static async IAsyncEnumerable<Finding> All(
        Examined one,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        foreach (var finding in FolderCheck.Of(one.Folder))
        {
            yield return finding;
        }
        yield return await RunningCheck.Of(one.Folder, stop);
        List<Guide> guides = [];
        foreach (var finding in GuidesCheck.Of(one.Folder, guides))
        {
            yield return finding;
        }
        await foreach (var finding in DatabaseCheck.Of(one, guides))
        {
            yield return finding;
        }
        await foreach (var finding in IssuerCheck.Of(one.SignIn, guides, stop))
        {
            yield return finding;
        }
        yield return await MailCheck.Out(one.Smtp, stop);
        foreach (var mailbox in one.Mailboxes)
        {
            yield return await MailCheck.In(mailbox, stop);
        }
    }
}
