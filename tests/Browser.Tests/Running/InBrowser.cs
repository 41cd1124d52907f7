using Microsoft.Playwright;
using Xunit;

namespace Rung.Browser.Tests.Running;

/// <summary>Tests that look at pages; what they opened is closed after each.</summary>
public abstract class InBrowser(RunningDemo demo) : IAsyncDisposable
{
    private readonly List<IPage> _open = [];

    protected RunningDemo Demo => demo;

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _open)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                await Running.Kept.Keep(page);
            }
            await page.Context.CloseAsync();
        }
        GC.SuppressFinalize(this);
    }

    protected async Task<IPage> Open(string path, Look? look = null) => Kept(await demo.Open(path, look));

    /// <summary>A page of another server than the demo.</summary>
    protected async Task<IPage> Open(Uri server, string path, Look? look = null) =>
        Kept(await demo.OpenAddress($"{new Uri(server, path)}", look));

    private IPage Kept(IPage page)
    {
        _open.Add(page);
        return page;
    }
}
