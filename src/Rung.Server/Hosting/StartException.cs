using Rung.Server.Commands;

namespace Rung.Server.Hosting;

/// <summary>Why the server does not start, as one sentence for the person at the command line.</summary>
public class StartException(string message) : Exception(message)
{
    /// <summary>What <c>rung</c> answers to the shell.</summary>
    internal int Code { get; init; } = ExitCode.Environment;
}
