using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>The SMC's live cases.</summary>
internal static class SmcNow
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        new(
            "2h 41m",
            "tidewater-freight",
            Monitoring,
            "fault connectivity sites down",
            "Ring to the southern ports down",
            "Four sites lost within a minute, both ways round the ring."
        )
        {
            Steps =
            [
                Take("3m", 22),
                Say("9m", "Four sites are cut off. We are measuring from both ends and ring every half hour."),
                Escalate("6m", "business-stopped", 20),
                Engage("4m", 2, "Duty Manager 1"),
                CallBack("15m", "The break is between the second and third port. A splicer leaves at two.", 30),
                Contact("29m", "The splicer is on site and measures."),
                EscalateFrom(1, "37m", "plan-failed", 10),
                CallBack("6m", "The place is found; the splice takes an hour. We were to ring half an hour ago."),
                EscalateFrom(2, "8m", "outage-beyond-sla", 10),
                Engage("3m", 3, "Service Operations Manager 1"),
                CallBack("4m", "The Service Operations Manager follows it now. A second splicer is on the way."),
                Contact("21m", "Half of the fibres are spliced."),
            ],
        },
        new(
            "5h 30m",
            "gannet-fiduciary",
            Phone,
            "fault internet site down",
            "No internet at the head office",
            "All devices, also wired straight to your router."
        )
        {
            Steps =
            [
                Take("5m", 24),
                Update("35m", "The access line has no light. The carrier's engineer comes this afternoon."),
                Wait("5m", "supplier", "the carrier's engineer, between three and five"),
            ],
        },
        new(
            "20h",
            "meridian-charts",
            Email,
            "fault hosting site degraded",
            "Chart server slow for the eastern offices",
            "Opening a chart takes a minute, at our place in the evening."
        )
        {
            CustomerReference = "MCW-4410",
            Steps =
            [
                Take("1h", 21),
                Update("3h", "The server is busy with an index. We are looking at why it starts in your evening."),
                Reply("14h", "Still slow, and tomorrow is our busiest day."),
            ],
        },
        new(
            "15h",
            "tidewater-freight",
            Phone,
            "fault voice site degraded",
            "Fax line of the customs office noisy",
            "Every second fax fails."
        )
        {
            Contact = 1,
            Steps =
            [
                Take("2h", 25),
                Hold("4h", "customer-access", "somebody to let our engineer into the customs office"),
            ],
        },
        new(
            "2d 2h",
            "meridian-charts",
            Phone,
            "fault connectivity site down",
            "Line to the printing house down",
            "No connection since their power cut."
        )
        {
            Steps =
            [
                Take("4m", 23),
                Update("40m", "The router has not survived the power cut. A new one is on its way."),
                Fix("5h", "New router in place, line is up."),
                Rfo("6h", "The router's power supply failed after a power cut in the building."),
            ],
        },
        new(
            "6d 3h",
            "tidewater-freight",
            Monitoring,
            "fault internet site down",
            "Access line of the ferry terminal down",
            "Line lost, no answer from the router."
        )
        {
            Steps =
            [
                Take("6m", 25),
                Update("30m", "The carrier has confirmed a fault in the street."),
                Fix("6h", "The carrier has repaired the cable, line is up."),
            ],
        },
        new(
            "3h",
            "gannet-fiduciary",
            Email,
            "information voice",
            "Numbers for two new desks",
            "Two numbers from the second week of January."
        ),
        new(
            "1d 2h",
            "gannet-fiduciary",
            Phone,
            "fault hosting site degraded",
            "Document archive answers slowly",
            "Ten seconds for each page, all people here."
        )
        {
            Contact = 1,
            Steps =
            [
                Take("20m", 22),
                Update("2h", "The archive's index is being made anew, that takes until tomorrow."),
            ],
        },
    ];
}
