using System.CommandLine;
using Rung.Server.Commands.ClockCompute;

namespace Rung.Server.Commands;

/// <summary><c>rung clock compute</c>: questions about working time as JSON lines, so that anybody can check the arithmetic.</summary>
internal static class ClockComputeCommand
{
    /// <summary>The command, to be added under <c>clock</c>.</summary>
    public static Command Create()
    {
        var command = new Command(
            "compute",
            "Reads questions about working time from standard input, one JSON object a line, and answers each on a line of its own."
        );
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            new ComputeLoop(input, output).Run();
            return 0;
        });
        return command;
    }
}
