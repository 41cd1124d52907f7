using Microsoft.Playwright;
using Rung.Server.Tests.Api;

namespace Rung.Browser.Tests.Running;

/// <summary>A call of a story, taken by keyboard.</summary>
internal sealed class StoryCall(RunningDesk desk, Telling told, IPage page)
{
    /// <summary>One platform down for some users: fault; e-mail; some; cannot use it.</summary>
    public static readonly string[] ForSome = ["1", "2", "2", "1"];

    /// <summary>The whole sentence that was read back to the caller.</summary>
    public string ReadBack { get; private set; } = "";

    /// <summary>Everything of the call; the reference is issued at that moment.</summary>
    public async Task<string> Take(string[] answers, string at)
    {
        await told.Keys.Find("ash01");
        await told.Keys.Press(answers);
        await told.Keys.Type("Outlook asks for the password again and again");
        await told.Keys.Press("Tab");
        await told.Keys.Type("Restarted two machines");
        await told.Keys.Press("Tab", "1");
        desk.AdvanceTo(at);
        await told.Keys.Do("Control+Enter", ".readback .reference");
        var reference = await page.InnerTextAsync(".readback .reference");
        ReadBack = await page.InnerTextAsync(".readback .sentence");
        await page.Becomes("!document.querySelector('#blocked')");
        await told.Keys.Do("Control+Enter", ".notice:has-text('the call is finished')");
        return reference;
    }
}
