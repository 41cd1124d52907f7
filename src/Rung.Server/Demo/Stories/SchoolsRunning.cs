using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Cases in the queue whose clocks run over Christmas: faults, questions, wishes, one of each unread.</summary>
internal static class SchoolsRunning
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        new(
            "28h 8m",
            "mossgate-school",
            Email,
            "fault web-filtering some cannot-use",
            "Filtering blocks the exam board site",
            "The exams officer cannot open the entry pages, \"category: gambling\"."
        )
        {
            Contact = 1,
            CustomerReference = "MG/118",
        },
        new(
            "31h 15m",
            "nettlewick-junior",
            Portal,
            "fault web-hosting some cannot-use",
            "News page cannot be saved by the office",
            "Saving ends in a white page for both of us."
        )
        {
            Steps =
            [
                Take("2h", 7),
                Update("6h", "We can repeat it: pages with more than 20 pictures cannot be saved."),
                Update("17h", "The change is ready and goes out with tonight's window."),
            ],
        },
        new(
            "25h 40m",
            "brindle-cross-high",
            Phone,
            "fault email some cannot-use",
            "Shared mailbox missing after the move to the trust",
            "The attendance mailbox is gone since Monday for all four of us."
        )
        {
            Contact = 1,
            Steps =
            [
                Take("1h 10m", 4),
                Update("4h 30m", "The mailbox is there but hangs on the former school. We are moving it."),
                Reply("16h", "It came back for two of us, the other two still do not see it.", Phone),
                PassOn("20m", "direct-sales", "They wish for a second shared mailbox, for the sixth form."),
            ],
        },
        new(
            "19h 25m",
            "quillhaven-academy",
            Email,
            "fault identity some cannot-use",
            "Staff of the new annexe cannot sign in to the phones page",
            "Eight people in the annexe, all others can."
        )
        {
            Steps =
            [
                Take("2h 40m", 1),
                Update("5h", "The annexe is missing in the list of sites. It is added tonight."),
                Chase("11h", "Any news? They start their shift at four today."),
            ],
        },
        new(
            "15h 50m",
            "saltmarsh-academy",
            Portal,
            "fault dns site cannot-use",
            "Homework site cannot be found from inside",
            "Since the change of yesterday, inside only."
        )
        {
            Contact = 2,
            Steps =
            [
                Take("1h 30m", 5),
                Fix("7h", "The inside zone lacked the new name. Added."),
                NotFixed("5h 10m", "Works in the main building, not in the sports hall."),
            ],
        },
        new(
            "9h 5m",
            "copperbeck-college",
            Phone,
            "fault identity some cannot-use",
            "Library accounts not taken over from our list",
            "Our desk has checked the list: 14 accounts were sent and not made."
        )
        {
            CustomerReference = "CB-7741",
            Steps =
            [
                Take("40m", 3),
                Update("2h", "Found: names with an apostrophe are left out. We add them by hand today."),
            ],
        },
        new(
            "9d 2h",
            "dunnock-green-infants",
            Phone,
            "fault web-filtering some cannot-use",
            "Phonics app blocked on the classroom tablets",
            "The app loads, its sounds do not."
        )
        {
            Steps =
            [
                Take("1h", 6),
                Update("5h", "The sounds come from another address; we are having it checked."),
                Fix("6h", "The address is allowed on all profiles."),
                Reply("7d 5h", "It has come back: since today the sounds are missing again on all tablets.", Phone),
            ],
        },
        new(
            "5h 45m",
            "wren-hollow-primary",
            Email,
            "fault identity site disruption",
            "Sign-in takes a minute in the mornings",
            "In all classes between half past eight and nine, then it is fine."
        ),
        new(
            "2h 55m",
            "larkmere-primary",
            Phone,
            "fault web-hosting one disruption",
            "Menu of the website shows an old page",
            "The page \"Nativity 2025\" is still in the menu."
        )
        {
            Contact = 1,
        },
        new(
            "27h",
            "thistlecombe-high",
            Portal,
            "information identity",
            "How to add a distribution list",
            "We need one list per tutor group for January."
        )
        {
            Contact = 1,
            Steps =
            [
                Take("6h", 7),
                Update("8h", "We are making a short guide for this, you get it before the holidays."),
            ],
        },
        new(
            "12h 30m",
            "amber-tor-college",
            Email,
            "admin-task email",
            "Mailboxes for the new reception team",
            "Two mailboxes from 5 January, names follow."
        )
        {
            Contact = 1,
        },
        new(
            "33h",
            "quillhaven-academy",
            Portal,
            "change-request dns",
            "Move our zone to the trust's domain",
            "The governors have agreed, plan attached."
        )
        {
            Steps =
            [
                Take("3h", 5),
                Expect("9h", 14, "A valid change. We plan it for the second week of January, outside school hours."),
            ],
        },
        new(
            "22h",
            "foxglove-hill-school",
            Email,
            "feature-request web-filtering",
            "One page for parents to ask for a site",
            "Parents ask us by mail, could they do it on a page of their own?"
        ),
        new(
            "8d",
            "pennyfold-lane",
            Phone,
            "fault email some disruption",
            "Colours of shared calendars change by themselves",
            "Every Monday all calendars are blue again."
        )
        {
            Contact = 2,
            Steps =
            [
                Take("5h", 1),
                Meanwhile(
                    "1d 4h",
                    "d",
                    "A fault in the calendar page; a later release puts it right.",
                    "Use the mail program, it keeps the colours."
                ),
                Update("1d 8h", "The fault is on the list for the release after next."),
                Update("1d 9h", "No change. We write when the release has its date."),
            ],
        },
    ];
}
