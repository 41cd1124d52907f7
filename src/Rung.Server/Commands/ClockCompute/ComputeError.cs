namespace Rung.Server.Commands.ClockCompute;

/// <summary>Why a line has no result.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong, where, and how to mend it.</param>
internal sealed record ComputeError(string Code, string Message);
