using Rung.Server.Demo.Playing;
using static Rung.Core.Cases.IntakeState;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>What has to be looked at first this afternoon: priority 2, a call that still goes on, new and unread things.</summary>
internal static class SchoolsToday
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        new(
            "9h 32m",
            "foxglove-hill-school",
            Monitoring,
            "fault email everyone cannot-use",
            "Mail to and from outside stands still, all users",
            "Outgoing queue above 4,000 for ten minutes, nothing leaves."
        )
        {
            Before = "~2m",
            Steps =
            [
                Take("4m", 2),
                Update(
                    "6m",
                    "Mail to and from outside is standing still for everybody. We are working on it. Next word by 08:30."
                ),
                Note("3h 2m", "Certificate on the second connector ran out on the 22nd. Renewal asked for."),
                Ask("22m", "somebody to send a test mail to outside and tell us when"),
                Reply("30m", "Sent one at ten to the parents' council, it has not come back."),
                Update(
                    "35m",
                    "Thank you. Mail leaves by one connector again, slowly. The second follows when its certificate is in."
                ),
            ],
        },
        new(
            "7h 50m",
            "thistlecombe-high",
            Phone,
            "fault web-hosting everyone cannot-use",
            "Nobody can edit a school website",
            "The editor does not open at any school we asked. Sites can be read."
        )
        {
            Contact = 2,
            Steps =
            [
                Take("9m", 6),
                Update("40m", "The editor's server refuses all sign-ins. We have handed the logs to its makers."),
                Wait("10m", "supplier", "the makers of the editor, who promised a patch for this afternoon"),
                Update("4h", "The patch is in our test system. If it holds, it goes live at half past four."),
            ],
        },
        new(
            "11h 30m",
            "larkmere-primary",
            Phone,
            "fault identity everyone cannot-use",
            "Password reset by text message reaches nobody",
            "Codes by text message do not arrive, at any school of the trust."
        )
        {
            Steps =
            [
                Take("12m", 3),
                Update(
                    "50m",
                    "The provider of the text messages has a fault. Agents reset passwords by telephone meanwhile."
                ),
                Wait("5m", "supplier", "the text message provider"),
                Update("4h 20m", "The provider has no time for us yet. Resets by telephone go on."),
                Chase("4h 30m", "Is there any date? We have a queue at the office."),
            ],
        },
        new(
            "2h 15m",
            "amber-tor-college",
            Phone,
            "fault dns everyone cannot-use",
            "Changes of records are not published",
            "Records that we change in the portal do not come out, at other sites neither."
        )
        {
            Contact = 2,
            CustomerReference = "ATC-2261",
            Steps =
            [
                Take("7m", 5),
                Update(
                    "1h 10m",
                    "Publishing is stopped because of today's outage. It starts again when the second site is stable."
                ),
            ],
        },
        new(
            "35m",
            "saltmarsh-academy",
            Monitoring,
            "fault email some cannot-use",
            "One of two mail servers refuses connections",
            "Server 2 refuses one connection in two."
        )
        {
            Before = "10h 40m",
            Contact = 1,
            Steps =
            [
                Note("8m", "The alert is from yesterday; it was held up with the monitoring's own mail."),
                Raise("10m", "P2", "The other server is full as well: in effect nobody gets mail."),
                Take("2m", 2),
            ],
        },
        new("7m", "nettlewick-junior", Phone, "fault email", "Head cannot open the shared calendar", "")
        {
            Intake = Open,
        },
        new(
            "3h 20m",
            "pennyfold-lane",
            Phone,
            "fault identity one cannot-use",
            "Tablet of the hall does not sign in",
            "The tablet for lunch money says \"session expired\" and signs out again."
        )
        {
            Steps =
            [
                Take("50m", 1),
                Done("2h 5m", "The tablet's date stood in 2019. Set right, it signs in and stays so."),
            ],
        },
        new(
            "45m",
            "wren-hollow-primary",
            Phone,
            "information email",
            "Out-of-office for the whole school over Christmas",
            "How do we set one answer for all mailboxes until 4 January?"
        )
        {
            Contact = 1,
            Steps = [OnCall("9m", "Walked through the school-wide rule together; it is on from tonight.")],
        },
    ];
}
