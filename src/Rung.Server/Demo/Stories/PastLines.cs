using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Stories.CaseCourse;

namespace Rung.Server.Demo.Stories;

/// <summary>Lines, voice and servers of the SMC's customers.</summary>
internal static class PastLines
{
    public static IReadOnlyList<Past> Rows { get; } =
    [
        new(
            Monitoring,
            "fault connectivity site down",
            "Leased line to the harbour office down",
            "Both ends of the line lost light within the same second.",
            "Fibre spliced after digging work, line is up and clean since.",
            Confirmed
        )
        {
            Rfo =
                "A digger cut the duct outside the harbour. The line's second way is being planned with the customer.",
        },
        new(
            Phone,
            "fault voice site degraded",
            "Callers hear an echo",
            "Every call from outside has an echo, inside calls are fine.",
            "Echo cancelling was off on one of two gateways. Switched on.",
            Confirmed
        ),
        new(
            Email,
            "fault internet site degraded",
            "Upload reaches a tenth of the contract",
            "Speed test from the router: download as it should be, upload 9 instead of 100.",
            "Wrong profile on the access line after its move. Set right.",
            Asked
        ),
        new(
            Portal,
            "information hosting",
            "Copy of last month's backup report",
            "Our auditors ask for the report.",
            "Sent by the portal, and from now on every month.",
            Shortly
        ),
        new(
            Phone,
            "fault voice one down",
            "Reception's number rings nowhere",
            "Calls to the reception end in silence since last night.",
            "The number pointed to an extension that had been removed. Set to the new one.",
            OnCall
        ),
        new(
            Monitoring,
            "fault connectivity sites down",
            "Wide area network lost at three sites",
            "Routers at three sites cannot be reached, all behind the same node.",
            "A line card was replaced, all three sites are back.",
            Confirmed
        )
        {
            Rfo =
                "A line card failed and its spare had an old program. Spares are now brought up to date each quarter.",
        },
        new(
            Email,
            "fault hosting site degraded",
            "Database server slow at night",
            "Night jobs take three hours instead of one.",
            "Backup ran at the same time. Moved by two hours.",
            Waited
        ),
        new(
            Phone,
            "fault internet one minor",
            "Static address changed after the restart",
            "Our remote gate cannot be reached under its old address.",
            "The address is pinned again.",
            Confirmed
        ),
        new(
            Email,
            "information voice",
            "List of numbers in use",
            "Please send the list of numbers we pay for.",
            "List sent; four unused numbers could be given back.",
            Shortly
        ),
        new(
            Phone,
            "fault connectivity site degraded",
            "Packet loss between the two offices",
            "Video calls freeze, one packet in twenty is lost.",
            "A dirty connector on our side was cleaned, no loss since.",
            Rejected
        ),
        new(
            Monitoring,
            "fault hosting one degraded",
            "Disk of the file server nearly full",
            "94 per cent used, 2 per cent more each day.",
            "Old images moved, 61 per cent used.",
            Silence
        ),
        new(
            Portal,
            "fault voice site minor",
            "Music on hold is too loud",
            "Callers complain about the volume.",
            "Turned down by half.",
            Silence
        ),
        new(
            Phone,
            "fault internet site down",
            "No internet at the warehouse",
            "Nothing works since 06:00, router shows a red light.",
            "Power supply of the carrier's box replaced.",
            Confirmed
        )
        {
            Rfo = "The power supply of the carrier's box failed. The customer will put it on the protected circuit.",
        },
        new(
            Email,
            "fault connectivity one degraded",
            "Tunnel to the survey vessel drops at night",
            "The tunnel drops about every two hours at night, ship's time.",
            "The carrier changed the satellite's hand-over. Stable for three nights.",
            Late
        ),
        new(
            Phone,
            "fault hosting site degraded",
            "Remote desktops freeze for seconds",
            "All people at the site see it, mostly after nine.",
            "Two hosts carried all the load. It is spread again.",
            Chased
        ),
        new(
            Email,
            "information connectivity",
            "Planned work in January",
            "Is any work planned on our lines in January?",
            "One window on a Sunday morning; the notice is attached.",
            Shortly
        ),
    ];
}
