using Microsoft.Extensions.Logging.Abstractions;
using Rung.Server.Links;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Links that are sent behind the answer: one that fails holds up no other, and stops nothing.</summary>
public sealed class LinkRequestsTests
{
    [Fact]
    public async Task One_that_fails_is_followed_by_the_next()
    {
        using var requests = new LinkRequests(NullLogger<LinkRequests>.Instance);
        var done = new TaskCompletionSource();
        requests.Add(() => throw new InvalidOperationException("The keys cannot be read."));
        requests.Add(() =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        await requests.StartAsync(TestContext.Current.CancellationToken);

        await done.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.False(requests.ExecuteTask!.IsFaulted);
        await requests.StopAsync(TestContext.Current.CancellationToken);
    }
}
