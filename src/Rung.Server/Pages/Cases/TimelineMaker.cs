using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Desk;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Cases;

/// <summary>The story of a case from its events.</summary>
internal static class TimelineMaker
{
    private static readonly Duration Late = Duration.FromMinutes(1);

    /// <param name="mails">The mails on the case, which entries that came by mail lead to.</param>
    public static TimelineView Of(
        CaseSnapshot found,
        TimelineFilter filter,
        string here,
        IReadOnlyList<InboundMail> mails
    )
    {
        var byMail = ByMail(found, mails);
        var zone = found.Guide.DeskCalendar.Zone;
        var entries = Shown(found.Events)
            .OrderBy(happened => happened.At)
            .Select(happened =>
                (
                    Day: happened.At.InZone(zone).Date,
                    Entry: Entry(found.Guide, happened) with
                    {
                        Papers = Papers(
                            happened,
                            hash => Addresses.Paper(found.State.Logged.Desk, found.State.Reference.Text, hash)
                        ),
                        MailHref = byMail.TryGetValue(happened, out var mail)
                            ? Addresses.Mail(mail.Desk, mail.Id)
                            : null,
                    }
                )
            )
            .Where(one => filter == TimelineFilter.All || one.Entry.CustomerSees);
        var days = entries.GroupBy(
            one => one.Day,
            (day, all) => new TimelineDayView(Name(day, found.Now, zone), [.. all.Select(one => one.Entry)])
        );
        return new TimelineView([.. days])
        {
            Filter = filter,
            AllHref = here,
            CustomerHref = $"{here}?show=customer",
        };
    }

    /// <summary>The story as the customer reads it, with what <see cref="Sight"/> leaves of it.</summary>
    /// <param name="here">The case's address there, below which its files are.</param>
    public static TimelineView ForCustomer(CaseSnapshot found, string here)
    {
        var zone = found.Guide.DeskCalendar.Zone;
        var days = Shown([.. found.Told.Select(one => one.Event)])
            .Where(CustomerSees.Of)
            .OrderBy(happened => happened.At)
            .GroupBy(
                happened => happened.At.InZone(zone).Date,
                (day, all) =>
                    new TimelineDayView(
                        Name(day, found.Now, zone),
                        [
                            .. all.Select(happened =>
                                Entry(found.Guide, happened) with
                                {
                                    Papers = Papers(happened, hash => $"{here}/papers/{hash}"),
                                }
                            ),
                        ]
                    )
            );
        return new TimelineView([.. days]) { Filter = TimelineFilter.CustomerSees };
    }

    private static Dictionary<CaseEvent, InboundMail> ByMail(CaseSnapshot found, IReadOnlyList<InboundMail> mails)
    {
        var events = new Dictionary<CaseEvent, InboundMail>(ReferenceEqualityComparer.Instance);
        foreach (var mail in mails.Where(mail => mail.CaseEvent <= found.Version))
        {
            events[found.Events[(int)mail.CaseEvent!.Value - 1]] = mail;
        }
        return events;
    }

    // Answers are saved while somebody types: of a run of them the last says all.
    private static IEnumerable<CaseEvent> Shown(IReadOnlyList<CaseEvent> events) =>
        events.Where(
            (happened, index) =>
                happened is not IntakeAnswered { State: IntakeState.Open }
                || index + 1 >= events.Count
                || NextIntake(events, index) is null
        );

    private static IntakeAnswered? NextIntake(IReadOnlyList<CaseEvent> events, int index) =>
        events.Skip(index + 1).OfType<IntakeAnswered>().FirstOrDefault();

    private static TimelineEntryView Entry(Guide guide, CaseEvent happened)
    {
        var zone = guide.DeskCalendar.Zone;
        var told = EventTelling.Of(guide, happened);
        return new TimelineEntryView(
            told.Shape,
            MomentWords.Time(happened.At, zone),
            MomentWords.Machine(happened.At),
            told.Title
        )
        {
            Rest = told.Rest,
            Body = told.Body,
            By = happened.By.Role == Actor.SystemRole && happened.By == Actor.Desk ? null : happened.By.Name,
            Cite = told.Cite,
            Late =
                happened.RecordedAt - happened.At > Late
                    ? $"recorded {MomentWords.Short(happened.RecordedAt, zone)}"
                    : null,
            CustomerSees = told.CustomerSees,
        };
    }

    private static IReadOnlyList<PaperLink> Papers(CaseEvent happened, Func<string, string> href) =>
        [
            .. CasePapers
                .Of(happened)
                .Select(paper => new PaperLink($"{paper.Name}, {SizeWords.Of(paper.Bytes)}", href(paper.Hash))),
        ];

    private static string Name(LocalDate day, Instant now, DateTimeZone zone)
    {
        var words = MomentWords.Date(day.AtStartOfDayInZone(zone).ToInstant(), zone);
        return Period.DaysBetween(now.InZone(zone).Date, day) switch
        {
            0 => $"Today, {words}",
            -1 => $"Yesterday, {words}",
            _ => words,
        };
    }
}
