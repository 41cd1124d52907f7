using System.CommandLine;

namespace Rung.Server.Commands.Report;

/// <summary><c>rung report …</c>: what a desk's work came to.</summary>
internal static class ReportCommand
{
    public static Command Create() =>
        new("report", "Count what a desk's work came to.") { ReportMonthCommand.Create() };
}
