using Rung.Core.Cases;
using Rung.Core.Wording;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases;

/// <summary>What happened since the author looked.</summary>
internal static class StaleWords
{
    private const int Most = 5;

    /// <summary>Nothing that would change anybody's mind: the desk's own reminders, answers of the intake.</summary>
    public static bool IsHarmless(DeskAnswer.Stale stale) =>
        stale.Since.Count > 0 && stale.Since.All(one => one.Event is TargetWarned or HandoverFellDue or CallMissed);

    public static IReadOnlyList<ErrorView> Of(DeskAnswer.Stale stale)
    {
        var zone = stale.Case.Guide.DeskCalendar.Zone;
        var events = stale.Since.TakeLast(Most).Select(one => one.Event);
        return
        [
            new ErrorView(
                "Something happened on this case since you opened it. Your text is still here: look, then decide again."
            ),
            .. events.Select(happened => new ErrorView(
                $"{MomentWords.Time(happened.RecordedAt, zone)} {happened.By.Name}: {EventText.Of(stale.Case.Guide, happened)}"
            )),
        ];
    }
}
