using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Closed cases of the SMC worth remembering.</summary>
internal static class SmcRemembered
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        // Four hours that contain the change of the clocks: an hour more or less on the wall, not on the clock.
        new(
            "~2h ~30m",
            "tidewater-freight",
            Phone,
            "fault connectivity sites down",
            "Both ports cut off in the night of the clock change",
            "Terminals at both ports have lost the booking system."
        )
        {
            Anchor = Anchor.ClockChange,
            CustomerReference = "TW-90311",
            Steps =
            [
                Take("5m", 22),
                Say("20m", "The ring is broken in two places. A team is on the way to the first."),
                Say("1h", "First place is spliced. The second is under water, a diver comes at first light."),
                Say("1h 30m", "Bookings run over the satellite line meanwhile."),
                Fix("2h 10m", "The second place is bridged on land, both ports are back."),
                Explain("30m", "other", "Two breaks at once; the second could only be reached by water."),
                Rfo(
                    "1d",
                    "Storm damage at two places of the ring. The bridge on land stays until the cable is laid anew in spring."
                ),
                Confirm("4h"),
            ],
        },
        // S-08: business hours, so the weekend does not count.
        new(
            "9d 4h",
            "gannet-fiduciary",
            Phone,
            "fault voice site down",
            "No calls in or out",
            "All lines are dead since two o'clock."
        )
        {
            Steps =
            [
                Take("6m", 24),
                Update("1h", "The gateway does not start. A new one is being set up."),
                Fix("4h", "Calls run over the new gateway."),
                Rfo("~3h", "The gateway's disk failed. Its pair now takes over by itself."),
                Confirm("~2h"),
            ],
        },
        new(
            "30d 7h",
            "meridian-charts",
            Phone,
            "fault internet sites down",
            "Three offices without internet",
            "Ours in the east are all off, says the night shift."
        )
        {
            Steps =
            [
                Take("4m", 21),
                Lower("14m", "P2", "One office only: the other two use its line and have a second."),
                Update("40m", "A route was withdrawn by the carrier. We are in touch with their night desk."),
                Fix("2h", "Route is back."),
                Rfo("5h", "The carrier took the wrong route out during planned work."),
                Confirm("8h", "Confirmed by the morning shift."),
            ],
        },
        // ESS-53 holds here too: closed on silence, then it came back.
        new(
            "14d",
            "tidewater-freight",
            Email,
            "fault voice site degraded",
            "Calls to the container terminal drop after ten minutes",
            "Every longer call drops after exactly ten minutes."
        )
        {
            Contact = 1,
            Steps =
            [
                Take("1h", 23),
                Fix("9h", "A timer on the gateway was set to ten minutes. Corrected."),
                Reply("6d 9h", "Since last night calls drop again, now after twenty minutes."),
                Take("30m", 23),
                Fix("7h", "The second gateway had the same timer. Corrected there too."),
                Confirm("5h"),
            ],
        },
    ];
}
