using Rung.Core.Customers;
using Rung.Server.Demo.Playing;

namespace Rung.Server.Demo.Stories;

/// <summary>Everything that is told about the service management centre.</summary>
internal static class SmcStories
{
    private static readonly Pace Pace = new(FirstEngineer: 21, Waiting: "~");

    public static IEnumerable<Story> All(IReadOnlyList<Customer> customers, Random random) =>
        [.. new History(customers, random, Pace).Tell(PastLines.Rows), .. SmcRemembered.Stories, .. SmcNow.Stories];
}
