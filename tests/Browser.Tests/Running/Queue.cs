namespace Rung.Browser.Tests.Running;

internal static class Queue
{
    /// <summary>A case of the queue whose clock has this face.</summary>
    public static async Task<string> ReferenceOf(RunningDemo demo, string face)
    {
        // Cases that other tests log come before these in the whole queue and would push them off its first page.
        var view = face switch
        {
            "paused" => "?view=on-hold",
            "overdue" => "?view=overdue",
            "met" => "?view=to-confirm",
            _ => "",
        };
        var page = await demo.Open($"queue{view}");
        var row = page.Locator($"[data-reference]:has(.badge.{face})").First;
        var reference = await row.GetAttributeAsync("data-reference");
        await page.Context.CloseAsync();
        return reference!;
    }
}
