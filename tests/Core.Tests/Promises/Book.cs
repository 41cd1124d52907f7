using NodaTime;
using Rung.Core.Escalations;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>The promise book of a case in simulated time, in the words of the tests.</summary>
internal static class Book
{
    public static IReadOnlyList<PromiseEntry> Of(SimulatedCase one) => PromiseBook.Of(one.Guide, one.Events, one.Now);

    public static IReadOnlyList<PromiseEntry> Owed(SimulatedCase one) =>
        PromiseBook.Owed(one.Guide, one.State, one.Now);

    public static PromiseEntry Only(SimulatedCase one, PromiseKind kind, int? number = null) =>
        Assert.Single(Of(one), entry => entry.Kind == kind && (number is null || entry.Number == number));

    /// <summary>Its due and, if it was kept, when; wall times of the desk.</summary>
    public static (PromiseState, string?, string?) Said(SimulatedCase one, PromiseEntry entry) =>
        (entry.State, Wall(one, entry.Due), Wall(one, entry.KeptAt));

    private static string? Wall(SimulatedCase one, Instant? at) =>
        at?.InZone(one.Guide.DeskCalendar.Zone).LocalDateTime.ToString("yyyy-MM-dd HH:mm", null);
}
