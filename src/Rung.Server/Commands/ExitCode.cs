namespace Rung.Server.Commands;

/// <summary>What <c>rung</c> answers to the shell; <c>rung --help</c> lists them too.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing is wrong with what was looked at.</summary>
    public const int Ok = 0;

    /// <summary>Done, and what was looked at has problems: a guide with errors, a failing scenario.</summary>
    public const int Problems = 1;

    /// <summary>The command line itself is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>This machine lacks something: a file, a permission, a free port.</summary>
    public const int Environment = 3;

    /// <summary>What was handed over can never be taken (EX_UNAVAILABLE of sysexits).</summary>
    public const int Unacceptable = 69;

    /// <summary>Whoever called should try again later (EX_TEMPFAIL of sysexits).</summary>
    public const int TryAgain = 75;

    /// <summary>A bug in Rung.</summary>
    public const int Bug = 70;

    /// <summary>Stopped by Ctrl+C before it was done, as shells count it.</summary>
    public const int Interrupted = 130;
}
