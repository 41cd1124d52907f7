using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Resolved cases on their way to closed: nobody has asked yet, once, twice, three times; one owes its RFO.</summary>
internal static class SchoolsToConfirm
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        new(
            "3d 2h",
            "quillhaven-academy",
            Phone,
            "fault web-filtering some cannot-use",
            "Web pages time out in one building",
            "Only in the arts building, all day."
        )
        {
            Contact = 2,
            Steps =
            [
                Take("25m", 2),
                Update("3h", "The building's own filter rule is wrong."),
                Fix("3h", "Rule corrected, ten minutes of tests without a fault."),
            ],
        },
        new(
            "5d 6h",
            "amber-tor-college",
            Portal,
            "fault email some cannot-use",
            "Tutor group mailing lists are empty",
            "All lists of year 12 have no members."
        )
        {
            Steps =
            [
                Take("2h", 1),
                Update("3h", "The lists are filled again tonight."),
                Fix("5h", "All lists are filled, checked against the register."),
            ],
        },
        new(
            "2d",
            "larkmere-primary",
            Email,
            "fault identity one cannot-use",
            "Caretaker cannot open the key system",
            "Sign-in is refused since Friday."
        )
        {
            Steps =
            [
                Take("2h", 6),
                Fix("5h", "Role added that the key system asks for."),
                Ring("1h 30m", "Rang the office; the caretaker is back on Thursday."),
            ],
        },
        new(
            "13h",
            "saltmarsh-academy",
            Phone,
            "fault web-hosting site cannot-use",
            "Website very slow for everybody",
            "Pages take half a minute, at school and at home."
        )
        {
            Contact = 1,
            Steps =
            [
                Take("30m", 4),
                Update("2h", "A large film on the front page is the cause."),
                Fix("8h", "The film is now streamed; pages open in two seconds."),
            ],
        },
        new(
            "11h 20m",
            "dunnock-green-infants",
            Phone,
            "fault dns everyone cannot-use",
            "Names of all school sites cannot be found",
            "No school site opens by name since half past two."
        )
        {
            Contact = 1,
            Steps =
            [
                Take("4m", 5),
                Say("25m", "Both name servers refuse a part of the questions. We are on it."),
                Fix("2h 10m", "Both name servers answer again; the limit that stopped them is raised."),
                Rfo(
                    "6h 20m",
                    "A limit on questions per second was set too low after an attack in November. It is raised and watched."
                ),
            ],
        },
        new(
            "16h 10m",
            "pennyfold-lane",
            Phone,
            "fault web-hosting everyone cannot-use",
            "All school websites without pictures",
            "Ours and three others have text only."
        )
        {
            Steps =
            [
                Take("6m", 7),
                Update("50m", "The picture store is read-only. We are moving it."),
                Fix("4h 40m", "Picture store moved, all pictures are back."),
                Confirm("3h 15m", "Yes, all there again. Thanks."),
            ],
        },
        new(
            "5h 10m",
            "nettlewick-junior",
            Portal,
            "information web-hosting",
            "Where do we see who edited a page?",
            "The head would like to know who changed the front page."
        )
        {
            Steps =
            [
                Take("1h 20m", 2),
                Done("3h 20m", "In the page's history, top right. It was the office, on Monday. Guide attached."),
            ],
        },
        new(
            "8h",
            "mossgate-school",
            Email,
            "admin-task identity",
            "Account of a leaver to be shut on 31 December",
            "Please shut it at midnight, mailbox to the office."
        )
        {
            Steps = [Take("3h", 3), Done("4h 35m", "Set to end on 31 December 23:59; the mailbox goes to the office.")],
        },
    ];
}
