using NodaTime;
using Rung.Server.Demo;

namespace Rung.Server.Tests.Demo;

/// <summary>The demo as it opens by default.</summary>
public sealed class DemoFixture
{
    /// <summary>Thursday 24 December 2026, 15:20 in London, which is on UTC then.</summary>
    public DemoDesk Demo { get; } = DemoDesk.At(Instant.FromUtc(2026, 12, 24, 15, 20));

    public IReadOnlyList<DemoCase> Schools => [.. Demo.Cases.Where(one => one.Desk == DemoGuides.Schools.Document.Id)];
}
