using NodaTime;
using Rung.Server.Demo;

namespace Rung.Server.Tests.Demo;

/// <summary>The demo as it opens by default.</summary>
public sealed class DemoFixture
{
    public DemoDesk Demo { get; } = At(DemoDesk.DefaultOpening(DemoGuides.Schools));

    public IReadOnlyList<DemoCase> Schools => [.. Demo.Cases.Where(one => one.Desk == DemoGuides.Schools.Document.Id)];

    public static DemoDesk At(Instant opening) => DemoDesk.Build(DemoGuides.Schools, DemoGuides.Smc, opening);
}
