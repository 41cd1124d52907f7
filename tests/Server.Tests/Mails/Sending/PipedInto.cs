using System.Text.RegularExpressions;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>Mail for the desks goes through the pipe that docs/mail.md shows, with the paths and the user of this machine.</summary>
/// <param name="Folder">The data folder of the desk.</param>
/// <param name="Program">The <c>rung.dll</c> that is started for each mail.</param>
internal sealed partial record PipedInto(string Folder, string Program)
{
    /// <summary>Of whoever a mail server runs programs as, which is never root.</summary>
    public const string Group = "nogroup";

    /// <summary>Lines of <c>main.cf</c>. What was deferred is tried again soon.</summary>
    public string Settings =>
        """
            transport_maps = inline:{ schools.example.org=rung: }
            rung_destination_recipient_limit = 1
            minimal_backoff_time = 5s
            maximal_backoff_time = 5s
            queue_run_delay = 5s

            """;

    /// <summary>Lines of <c>master.cf</c>, as they are documented.</summary>
    public string Services
    {
        get
        {
            var shown = Entry().Match(File.ReadAllText(Documentation()));
            if (!shown.Success)
            {
                throw new InvalidOperationException("docs/mail.md shows no entry for master.cf.");
            }
            // Postfix gives it another path to look for programs on.
            var start = $"/usr/bin/env PATH={Environment.GetEnvironmentVariable("PATH")} dotnet {Program}";
            return Indent()
                .Replace(shown.Value, "")
                .Replace("user=rung", $"user=nobody:{Group}", StringComparison.Ordinal)
                .Replace("/usr/local/bin/rung", start, StringComparison.Ordinal)
                .Replace("/var/lib/rung", Folder, StringComparison.Ordinal);
        }
    }

    private static string Documentation()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rung.slnx")))
        {
            folder = folder.Parent!;
        }
        return Path.Combine(folder.FullName, "docs", "mail.md");
    }

    [GeneratedRegex(@"^    rung  unix .*\n(?:      .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Entry();

    // Four spaces make it code in the documentation.
    [GeneratedRegex("^    ", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
