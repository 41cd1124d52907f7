using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Wording;
using Rung.Server.Desk;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Intake;
using Rung.Server.Pages.Words;
using Rung.Storage.Promises;

namespace Rung.Server.Pages.Promises;

/// <summary>Lines of the book as the page shows them.</summary>
internal static class PromiseRows
{
    private static readonly Duration Soon = Duration.FromMinutes(30);

    public static PromiseRowView Of(BookLine line, Visit visit)
    {
        var entry = (line.Entry ?? LogByPromise.Of(line.Mail!, visit.Guide)).At(visit.Now);
        return line.Case is { } row
            ? Row(
                $"{row.Reference.Text}-{entry.Key.Replace('/', '-')}",
                entry,
                Doing(row.Desk, row.Reference.Text, entry),
                visit
            ) with
            {
                Reference = row.Reference.Text,
                CaseHref = Addresses.Case(row.Desk, row.Reference.Text),
                Subject = $"{row.Subject} · {row.CustomerName}",
            }
            : Row($"mail-{line.Mail!.Id}", entry, Addresses.Mail(visit.Desk, line.Mail.Id), visit) with
            {
                Subject = IntakeRows.Subject(line.Mail),
            };
    }

    /// <summary>Something that is owed on one case.</summary>
    public static PromiseRowView Of(string reference, PromiseEntry entry, Visit visit) =>
        Row(
            $"{reference}-{entry.Key.Replace('/', '-')}",
            entry.At(visit.Now),
            Doing(visit.Desk, reference, entry),
            visit
        ) with
        {
            Reference = reference,
            CaseHref = Addresses.Case(visit.Desk, reference),
        };

    private static PromiseRowView Row(string id, PromiseEntry entry, string href, Visit visit) =>
        new(id, entry.Name, href)
        {
            Does = PromiseWords.Does(entry.Kind),
            To =
                $"{(entry.Kind == PromiseKind.NextStep ? "for" : "to")} {entry.To}{(entry.Channel is { } channel ? $", by {ChannelWords.Of(channel)}" : "")}",
            Subject = "",
            Owner = entry.Owner.Name,
            Clock = ClockMaker.Of(entry, visit.Guide, visit.Now) ?? Agreed(entry, visit),
            Aim = entry.Firmness == Firmness.Aim,
        };

    private static string Doing(string desk, string reference, PromiseEntry entry) =>
        Addresses.Case(desk, reference) + (PromiseWords.FormOf(entry) is { } form ? $"?do={form}" : "");

    // A time that was agreed: every second counts towards it.
    private static ClockView Agreed(PromiseEntry entry, Visit visit)
    {
        var due = entry.Due!.Value;
        var left = due - visit.Now;
        var isOver = left < Duration.Zero;
        var face =
            isOver ? ClockFace.Overdue
            : left <= Soon ? ClockFace.DueSoon
            : ClockFace.OnTrack;
        var words = isOver ? $"Overdue by {LengthWords.Used(-left)}" : $"{LengthWords.Left(left)} left";
        return new ClockView(face, words, $"{(isOver ? "was due" : "due")} {When(entry, visit)}")
        {
            At = due,
            Ticks = ClockTicks.Of(left, Soon, null, OpenSpans.Ahead(null, visit.Now, due)),
        };
    }

    // SMC-08: the customer's own time beside the desk's, where theirs is another.
    private static string When(PromiseEntry entry, Visit visit)
    {
        var due = entry.Due!.Value;
        var near = MomentWords.Near(due, visit.Now, visit.Zone);
        return
            entry.Zone is { } id
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone
            && zone.GetUtcOffset(due) != visit.Zone.GetUtcOffset(due)
            ? $"{near} · {MomentWords.Time(due, zone)} {Say.ZoneName(due, zone)} for them"
            : near;
    }
}
