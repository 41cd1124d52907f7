using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;

namespace Rung.Core.Reports;

/// <summary>Counts a month, case by case: nothing but totals and what was missed is kept of a case.</summary>
public sealed class MonthReader
{
    private readonly Guide _guide;
    private readonly MonthReport _span;
    private readonly List<(PromiseEntry Entry, CaseReference? Case)> _promises = [];
    private readonly AttainmentCount _attainment;
    private readonly EscalationCount _escalations = new();
    private readonly ComplaintCount _complaints = new();
    private readonly List<BreachRow> _breaches = [];
    private readonly List<PromiseEntry> _mails = [];
    private int _logged;

    /// <param name="guide">The guide in force, by which the rows are named and ordered.</param>
    /// <param name="now">While the month lasts, what is known by now counts.</param>
    public MonthReader(Guide guide, YearMonth month, Instant now)
    {
        var zone = guide.DeskCalendar.Zone;
        var from = month.OnDayOfMonth(1).AtStartOfDayInZone(zone).ToInstant();
        var to = month.OnDayOfMonth(1).PlusMonths(1).AtStartOfDayInZone(zone).ToInstant();
        _guide = guide;
        _attainment = new AttainmentCount(guide);
        _span = new MonthReport(guide.Document.Id, month, from, to, now < to ? now : to)
        {
            LogBy = new("", 0, 0, 0, 0),
        };
    }

    /// <summary>Takes a case into account; one that was logged after the report's time says nothing.</summary>
    public void Take(CaseOnFile one)
    {
        var known = one.Events.TakeWhile(happened => IsKnown(happened.RecordedAt)).ToList();
        if (known.Count == 0)
        {
            return;
        }
        var state = CaseState.Of(known);
        _logged += IsIn(state.Logged.At) ? 1 : 0;
        var isComplaint = state.Logged.IsComplaint();
        foreach (var entry in PromiseBook.Of(one.Guide, state, _span.AsOf))
        {
            if (entry.Due is { } due && IsIn(due) && entry.State != PromiseState.NotOwed)
            {
                _promises.Add((entry, isComplaint ? (CaseReference?)null : state.Reference));
            }
        }
        _complaints.Take(one.Guide, state, _span.AsOf, IsIn);
        _escalations.Take(one.Guide, known, IsIn);
        // Of a complaint the report says only how many were answered: nobody who may not see one reads of it here (ESS-93).
        if (!isComplaint)
        {
            Clocks(one.Guide, state, known);
        }
    }

    /// <summary>Takes a mail into account that had to be logged.</summary>
    public void Take(MailToLog mail)
    {
        if (IsIn(mail.LogBy))
        {
            var done = mail.DecidedAt is { } at && IsKnown(at) ? mail.DecidedAt : null;
            _mails.Add(LogBy(mail.LogBy, done));
        }
    }

    /// <summary>What has been taken into account so far; it can be asked for again after more.</summary>
    public MonthReport Report() =>
        _span with
        {
            Logged = _logged,
            Attainment = _attainment.Rows,
            Promises = [.. Kinds().Where(row => row.Kept + row.Late + row.Missed + row.Open > 0)],
            Expectations =
            [
                .. _promises
                    .Where(one => one.Entry.Kind == PromiseKind.Expectation)
                    .GroupBy(one => one.Entry.Name, StringComparer.Ordinal)
                    .OrderBy(of => of.Key, StringComparer.Ordinal)
                    .Select(of => KindRow.Of(of.Key, of.Select(one => one.Entry))),
            ],
            LogBy = KindRow.Of($"{PromiseKind.LogBy}", _mails),
            Complaints = _complaints.Rows,
            Escalations = _escalations.Begun,
            EscalationCalls = _escalations.Calls,
            OtherRequests = _escalations.OtherRequests,
            Levels = _escalations.Levels,
            Grounds = _escalations.Grounds,
            Breaches =
            [
                .. _breaches.OrderBy(breach => breach.Due).ThenBy(breach => breach.Case.Text, StringComparer.Ordinal),
            ],
            Missed =
            [
                .. _promises
                    .Where(one => one is { Entry.CountsAsMissed: true, Case: not null })
                    .Select(one => new MissedRow(one.Case!.Value, one.Entry))
                    .OrderBy(row => row.Entry.Due)
                    .ThenBy(row => row.Case.Text, StringComparer.Ordinal),
            ],
        };

    private IEnumerable<KindRow> Kinds() =>
        Enum.GetValues<PromiseKind>()
            .Select(kind =>
                KindRow.Of(
                    $"{kind}",
                    kind == PromiseKind.LogBy
                        ? _mails
                        : _promises.Select(one => one.Entry).Where(entry => entry.Kind == kind)
                )
            );

    // The main target by priority; and every firm target that was missed.
    private void Clocks(Guide guide, CaseState state, IReadOnlyList<CaseEvent> known)
    {
        var clocks = ClockReader.Read(guide, state, _span.AsOf);
        var primary = ClockReader.Primary(clocks);
        foreach (var clock in clocks.Where(clock => clock.Due is { } due && IsIn(due)))
        {
            if (clock == primary)
            {
                _attainment.Take(guide, state, clock, _span.AsOf);
            }
            if (clock.IsMissed && clock.Target.Firmness == Firmness.Firm)
            {
                _breaches.Add(Breach(guide, state, clock, known));
            }
        }
    }

    private static BreachRow Breach(Guide guide, CaseState state, ClockReading clock, IReadOnlyList<CaseEvent> known)
    {
        var said = known.OfType<BreachExplained>().LastOrDefault(reason => reason.Target == clock.Target.Id);
        var over = clock.Used > clock.Total ? clock.Used - clock.Total : Duration.Zero;
        var priority = guide.Priority(state.Priority)?.Id ?? state.Priority;
        var reason =
            said is null ? null
            : string.IsNullOrWhiteSpace(said.Text) ? said.Reason
            : $"{said.Reason}: {said.Text}";
        return new BreachRow(state.Reference, priority, clock.Target.Name, clock.Due!.Value, over, reason);
    }

    private PromiseEntry LogBy(Instant due, Instant? done) =>
        new()
        {
            Kind = PromiseKind.LogBy,
            Id = LogByClock.Id,
            Number = 1,
            Name = "Log the mail",
            Owner = new PromiseOwner(null, _guide.Desk.Name),
            To = "",
            GivenAt = due,
            Due = due,
            State = HowKept.Of(due, done, _span.AsOf),
            KeptAt = done,
            Cite = _guide.Intake.LogBy?.Cite ?? _guide.Desk.Cite,
        };

    private bool IsKnown(Instant at) => at <= _span.AsOf && at < _span.To;

    private bool IsIn(Instant at) => at >= _span.From && at < _span.To;
}
