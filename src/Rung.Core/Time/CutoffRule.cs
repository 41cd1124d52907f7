using NodaTime;

namespace Rung.Core.Time;

/// <summary>One row of <see cref="Allowance.Cutoff"/>.</summary>
/// <param name="StartBefore">Applies when the start is before this time of day, exclusive; null applies always.</param>
/// <param name="Then">The allowance that applies.</param>
public sealed record CutoffRule(LocalTime? StartBefore, Allowance Then);
