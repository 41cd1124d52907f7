using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>One running desk for tests that do not move its clock and do not mind each other's cases.</summary>
public sealed class SharedDesk : IAsyncLifetime
{
    public RunningDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await RunningDesk.Open("2026-12-24T15:20:00Z");

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
