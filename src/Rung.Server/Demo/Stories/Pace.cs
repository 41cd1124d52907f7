namespace Rung.Server.Demo.Stories;

/// <summary>What differs between the desks.</summary>
/// <param name="FirstEngineer">Number of the desk's first engineer.</param>
/// <param name="Waiting">
/// <c>~</c> where the customers' hours are not the ones in which the desk closes cases by itself, else nothing.
/// </param>
internal sealed record Pace(int FirstEngineer, string Waiting);
