using System.CommandLine;

namespace Rung.Server.Commands.Import;

/// <summary><c>rung import …</c>: what other systems kept.</summary>
internal static class ImportCommand
{
    public static Command Create() =>
        new("import", "Take over what another system kept.")
        {
            ImportHistoryCommand.Create(),
            ImportCustomersCommand.Create(),
        };
}
