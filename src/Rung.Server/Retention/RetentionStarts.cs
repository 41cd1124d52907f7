using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Retention;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Retention;

/// <summary>
/// Where what has run out ends by itself: by the very rules that somebody of the desk has begun. Other times, of another version of
/// the guide, wait for somebody again.
/// </summary>
internal sealed class RetentionStarts(RungDatabase database, DeskRegister desks)
{
    /// <summary>The last that was begun and not stopped since, also by other rules than those in force; null: none.</summary>
    public async Task<RetentionStart?> Last(Guide guide) =>
        RetentionStart.Parse(await database.Settings.Find(StartOf(guide)));

    /// <summary>Whether the rules in force are begun.</summary>
    public async Task<bool> IsBegun(Guide guide) =>
        guide.Retention is { } rules && (await Last(guide))?.Rules == rules.Text;

    /// <summary>What is one for all desks ends when each of them has begun.</summary>
    public async Task<bool> MayEnd(Guide guide, RetentionCategory category) =>
        RetentionDesk.OfAllDesks.Contains(category) ? await AreAllBegun() : await IsBegun(guide);

    public async Task<bool> AreAllBegun()
    {
        foreach (var guide in desks.Active)
        {
            if (!await IsBegun(guide))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Lets the rules in force be carried out: the first time in the night that follows this day.</summary>
    public async Task Begin(Guide guide, Actor by, Instant now)
    {
        await Done(guide, now.InZone(guide.DeskCalendar.Zone).Date);
        await database.Settings.Set(StartOf(guide), $"{new RetentionStart(guide.Retention!.Text, now, by)}");
    }

    /// <returns>False: nothing was begun.</returns>
    public Task<bool> Stop(Guide guide) => database.Settings.Remove(StartOf(guide));

    /// <summary>The day on which all that had run out was ended, or on which it was begun; null: neither.</summary>
    public async Task<LocalDate?> DoneOn(Guide guide) =>
        await database.Settings.Find(DoneOf(guide)) is { } text
            ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow()
            : null;

    public Task Done(Guide guide, LocalDate on) =>
        database.Settings.Set(DoneOf(guide), LocalDatePattern.Iso.Format(on));

    private static string DoneOf(Guide guide) => $"retention.{guide.Document.Id}";

    private static string StartOf(Guide guide) => $"retention-begun.{guide.Document.Id}";
}
