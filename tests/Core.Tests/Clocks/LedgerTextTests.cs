using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Clocks;

/// <summary>Ledgers as people read them; the figures are those of the stories.</summary>
public class LedgerTextTests
{
    [Fact]
    public void D1_Every_minute_from_the_reference_to_the_due()
    {
        var one = SimulatedCase
            .Log("2026-12-24 15:31")
            .At("2026-12-30 11:00")
            .Do(new Hold("customer-unavailable", "somebody to let us in"))
            .At("2027-01-04 09:30")
            .Do(new RecordReply("We are back", Channel.Email), People.Contact);

        Assert.Equal(
            """
            Target time: 3 working days (30 h) from the reference (Thu 24 Dec 15:31 GMT). Counted 15 h 29 min, paused 18 h 30 min (Customer unavailable). Due Tue 5 Jan 14:01 GMT.
              Thu 24 Dec 15:31 – 18:00             counted 2 h 29 min  open hours (Case priorities)
              Thu 24 Dec 18:00 – Fri 25 Dec 00:00  not counted         desk closed (Hours of cover)
              Fri 25 Dec 00:00 – Sat 26 Dec 00:00  not counted         Christmas Day (Hours of cover)
              Sat 26 Dec 00:00 – Sun 27 Dec 00:00  not counted         Boxing Day (Hours of cover)
              Sun 27 Dec 00:00 – Mon 28 Dec 00:00  not counted         not a working day (Hours of cover)
              Mon 28 Dec 00:00 – Tue 29 Dec 00:00  not counted         Boxing Day (substitute day) (Hours of cover)
              Tue 29 Dec 00:00 – 08:00             not counted         desk closed (Hours of cover)
              Tue 29 Dec 08:00 – 18:00             counted 10 h        open hours (Case priorities)
              Tue 29 Dec 18:00 – Wed 30 Dec 08:00  not counted         desk closed (Hours of cover)
              Wed 30 Dec 08:00 – 11:00             counted 3 h         open hours (Case priorities)
              Wed 30 Dec 11:00 – Mon 4 Jan 09:30   paused 18 h 30 min  Customer unavailable (Case conditions)
              Mon 4 Jan 09:30 – 18:00              to come 8 h 30 min  open hours (Case priorities)
              Mon 4 Jan 18:00 – Tue 5 Jan 08:00    not counted         desk closed (Hours of cover)
              Tue 5 Jan 08:00 – 14:01              to come 6 h 1 min   open hours (Case priorities)
              counted 15 h 29 min, to come 14 h 31 min, of 30 h; paused 18 h 30 min

            """,
            LedgerText.Of(one.Guide, one.State, one.Ledger)
        );
    }

    [Fact]
    public void D3_The_pause_over_the_change_of_the_clocks()
    {
        var one = SimulatedCase
            .Log("2026-10-23 16:40", log => log with { Answers = Answers.AllDown })
            .At("2026-10-23 19:10")
            .Do(new Hold("tester-absent", "somebody to test the sign-in"))
            .At("2026-10-26 08:45")
            .Do(new Resolve("Certificate renewed", Confirmation.Required));

        Assert.Equal(
            """
            Target time: 4 hours (day and night) from the reference (Fri 23 Oct 16:40 BST). Counted 3 h 15 min, paused 61 h 50 min (Nobody to test outside support hours). Met Mon 26 Oct 08:45 GMT with 45 min left.
              Fri 23 Oct 16:40 – 19:10                     counted 2 h 30 min  elapsed time (Case priorities)
              Fri 23 Oct 19:10 BST – Mon 26 Oct 08:00 GMT  paused 61 h 50 min  Nobody to test outside support hours (Work outside support hours)
              Mon 26 Oct 08:00 – 08:45                     counted 45 min      elapsed time (Case priorities)
              counted 3 h 15 min, of 4 h; paused 61 h 50 min

            """,
            LedgerText.Of(one.Guide, one.State, one.Ledger)
        );
    }

    [Fact]
    public void Overdue_is_told_apart_and_late_on_arrival_is_said()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:50")
            .At("2026-12-15 08:20")
            .Do(new SetPriority("P1", "Contact", "worse"), People.TeamLeader);

        Assert.Equal(
            """
            Target time: 4 hours (day and night) from the reference (Mon 14 Dec 17:50 GMT). Counted 14 h 30 min. Was due Mon 14 Dec 21:50 GMT, over by 10 h 30 min, late on arrival.
              Mon 14 Dec 17:50 – 21:50             counted 4 h       elapsed time (Case priorities)
              Mon 14 Dec 21:50 – Tue 15 Dec 08:20  over 10 h 30 min  elapsed time (Case priorities)
              counted 4 h, of 4 h; over 10 h 30 min

            """,
            LedgerText.Of(one.Guide, one.State, one.Ledger)
        );
    }

    [Fact]
    public void A_case_logged_out_of_hours_says_where_its_clock_begins()
    {
        var one = SimulatedCase.Log("2026-12-12 12:00", log => log with { Source = Channel.Portal });

        var ledger = LedgerText.Of(one.Guide, one.State, one.Ledger);

        Assert.Contains("from the desk's opening (Mon 14 Dec 08:00 GMT), as Logging a case says", ledger);
        Assert.Contains("Sat 12 Dec 12:00 – Mon 14 Dec 08:00  not counted", ledger);
    }

    /// <summary>
    /// Seconds are kept and the minutes shown still add up (semantics 42). Counted: 2:28:40 on the 24th, 10:00:00 on the
    /// 29th, 3:00:50 on the 30th, so far 2:28:40, 12:28:40 and 15:29:30, rounded up 2:29, 12:29 and 15:30, which grows by
    /// 2:29, 10:00 and 3:01. Then 8:29:50 on 4 January, so far 23:59:20, up 24:00, and the rest of 30 hours, 6:00:40, up to
    /// 14:00:40. The pause withholds 6:59:10 + 10:00:00 + 1:30:10 = 18:29:20, rounded down.
    /// </summary>
    [Fact]
    public void Odd_seconds_add_up()
    {
        var one = SimulatedCase
            .Log(ShippedGuides.Schools, Instant.FromUtc(2026, 12, 24, 15, 31, 20))
            .Until(Instant.FromUtc(2026, 12, 30, 11, 0, 50))
            .Do(new Hold("customer-unavailable", "somebody to let us in"))
            .Until(Instant.FromUtc(2027, 1, 4, 9, 30, 10))
            .Do(new RecordReply("We are back", Channel.Email), People.Contact);

        var told = LedgerText.Of(one.Guide, one.State, one.Ledger).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("Counted 15 h 30 min, paused 18 h 29 min (", told[0]);
        Assert.Equal(
            [
                "counted 2 h 29 min",
                "counted 10 h",
                "counted 3 h 1 min",
                "paused 18 h 29 min",
                "to come 8 h 30 min",
                "to come 6 h",
            ],
            LedgerSheet
                .Of(one.Ledger, one.Guide.DeskCalendar.Zone)
                .Rows.Where(row => row.Amount.Length > 0)
                .Select(row => $"{row.What} {row.Amount}")
        );
        Assert.Equal("  counted 15 h 30 min, to come 14 h 30 min, of 30 h; paused 18 h 29 min", told[^1]);
    }

    /// <summary>
    /// Four hours day and night from 10:00:37. At 10:08:12 used 7:35, left 3:52:25. At 14:21:00 it is 20:23 past 14:00:37,
    /// and 4:20:23 are used.
    /// </summary>
    [Fact]
    public void Used_is_rounded_up_left_down_and_over_up()
    {
        var one = SimulatedCase
            .Log(
                ShippedGuides.Schools,
                Instant.FromUtc(2026, 12, 14, 10, 0, 37),
                log => log with { Answers = Answers.AllDown }
            )
            .Until(Instant.FromUtc(2026, 12, 14, 10, 8, 12));
        Assert.Equal("counted 8 min, to come 3 h 52 min, of 4 h", LedgerText.Sums(one.Guide, one.Ledger));

        one.Until(Instant.FromUtc(2026, 12, 14, 14, 21, 0));
        Assert.Equal("counted 4 h, of 4 h; over 21 min", LedgerText.Sums(one.Guide, one.Ledger));
        var sentence = LedgerText.Sentence(one.Guide, one.State, one.Ledger);
        Assert.Contains("Counted 4 h 21 min. Was due Mon 14 Dec 14:00 GMT, over by 21 min", sentence);
    }
}
