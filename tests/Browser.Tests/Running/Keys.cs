using Microsoft.Playwright;

namespace Rung.Browser.Tests.Running;

/// <summary>Presses keys and counts them; a chord is as many as it has keys.</summary>
internal sealed class Keys(IPage page)
{
    public int Count { get; private set; }

    /// <summary>How many of them were characters of a text.</summary>
    public int Typed { get; private set; }

    public async Task Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
            Count += key.Split('+').Length;
        }
    }

    public async Task Type(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Count += text.Length;
        Typed += text.Length;
    }

    /// <summary>Presses a key that leads to another page, and looks at that page until it shows what it should.</summary>
    public async Task Do(string key, string then)
    {
        await Press(key);
        await page.WaitForSelectorAsync(then);
        await page.WaitForSelectorAsync("html.keys");
    }

    /// <summary>Moves the cursor to the next row, and says which case it is on.</summary>
    public async Task<string> Next()
    {
        var before = await OnRow();
        await Press("j");
        await page.Becomes(
            "before => (document.activeElement.closest('[data-row]')?.dataset.reference ?? before) !== before",
            before
        );
        return (await OnRow())!;
    }

    public async Task Find(string part)
    {
        await page.Becomes("document.activeElement?.id === 'caller'");
        await Type(part);
        await Press("Enter");
        await page.WaitForSelectorAsync(".picked");
        await page.Becomes("document.activeElement?.name === 'kind'");
    }

    private Task<string?> OnRow() =>
        page.EvaluateAsync<string?>("document.activeElement.closest('[data-row]')?.dataset.reference ?? null");
}
