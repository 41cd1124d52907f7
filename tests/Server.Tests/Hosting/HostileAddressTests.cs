using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>The character NUL in the address of a page is left out: no database has to be asked about it.</summary>
public sealed class HostileAddressTests
{
    [Fact]
    public async Task An_address_with_NUL_in_it_is_served_as_if_it_were_not_there()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        foreach (
            var query in (string[])
                [
                    "queue?owner=a%00b",
                    "queue?customer=%00&view=all",
                    "queue?priority=%00",
                    "queue?sort=customer&after=Customer~%2500~1~1",
                    "search?q=a%00b",
                ]
        )
        {
            using var answer = await desk.Client.GetAsync(
                $"/schools-desk/{query}",
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} for {query}");
        }
    }
}
