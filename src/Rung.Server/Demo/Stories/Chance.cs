namespace Rung.Server.Demo.Stories;

/// <summary>Draws from the demo's seeded source of chance.</summary>
internal static class Chance
{
    public static T Any<T>(this IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}
