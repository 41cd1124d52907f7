using Rung.Core.Cases;
using Rung.Core.Wording;

namespace Rung.Server.Pages.Cases;

/// <summary>Calls that are owed, as sentences of a page. ESS-51.</summary>
internal static class CallTalk
{
    /// <summary>"Ring School office on 01632 960041".</summary>
    public static string Whom(CallTask task) =>
        $"Ring {task.Contact}{(task.Phone is { } phone ? $" on {phone}" : ", whose number is not known")}";

    /// <summary>"the update, the resolution".</summary>
    public static string What(IReadOnlyList<CallTask> tasks) =>
        string.Join(", ", tasks.Select(task => CallText.About(task.Call.Owed.On)).Distinct());
}
