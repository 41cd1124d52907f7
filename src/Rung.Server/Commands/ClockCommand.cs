using System.CommandLine;

namespace Rung.Server.Commands;

/// <summary><c>rung clock …</c>: questions about time.</summary>
internal static class ClockCommand
{
    public static Command Create() =>
        new("clock", "Explain a clock, or check the arithmetic of time.")
        {
            ClockExplainCommand.Create(),
            ClockComputeCommand.Create(),
        };
}
