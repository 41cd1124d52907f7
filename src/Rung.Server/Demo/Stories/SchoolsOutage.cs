using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Today's outage: nothing works anywhere since before noon, and nine schools have rung about it.</summary>
internal static class SchoolsOutage
{
    private const string Outage = "outage";
    private const string All = "identity+email+dns+web-hosting+web-filtering";

    // Minutes after the outage was logged at which each school rang.
    private static readonly IReadOnlyList<Call> Calls =
    [
        new(
            7,
            "larkmere-primary",
            1,
            "Nobody can sign in",
            "Registers could not be taken after break, nobody gets past the sign-in page."
        ),
        new(
            12,
            "brindle-cross-high",
            2,
            "No internet, no mail",
            "All rooms are down, phones on mobile data get mail neither."
        ),
        new(16, "saltmarsh-academy", 2, "Sign-in page does not open", "Staff and pupils alike, wired and wireless."),
        new(
            21,
            "dunnock-green-infants",
            1,
            "Everything is down",
            "Office cannot work at all, the kitchen's order is due at one."
        ),
        new(30, "wren-hollow-primary", 0, "No mail since eleven", "Neither webmail nor the mail program connects."),
        new(
            38,
            "thistlecombe-high",
            2,
            "Web pages do not open in the whole school",
            "Proxy does not answer, our own website is away too."
        ),
        new(
            52,
            "amber-tor-college",
            2,
            "Students cannot reach their files",
            "Sign-in fails everywhere, also from home."
        ),
        new(
            74,
            "foxglove-hill-school",
            1,
            "Cannot send the end-of-term letter",
            "The letter to parents must go out today and nothing can be sent."
        ),
        new(
            97,
            "pennyfold-lane",
            0,
            "Sign-in fails, also at home",
            "I wanted to finish reports from home, same there."
        ),
    ];

    public static IReadOnlyList<Story> Stories { get; } =
    [
        new(
            "~4h ~12m",
            "quillhaven-academy",
            Phone,
            $"fault {All} everyone cannot-use",
            "Every service down for all schools",
            "Nothing works: sign-in, mail, web pages, our website. The schools next door have the same."
        )
        {
            Key = Outage,
            Contact = 2,
            Tried = "Two rooms, mobile data, the neighbouring school's line: same everywhere.",
            Steps = Work,
        },
        .. Calls.Select(call => new Story(
            $"~{252 - call.Minute}m",
            call.Customer,
            Phone,
            "fault identity site cannot-use",
            call.Subject,
            call.Details
        )
        {
            Key = call.Customer,
            Contact = call.Contact,
            Steps = [PartOf("~2m", Outage), Take("~1m", 4)],
        }),
    ];

    private static IReadOnlyList<StoryStep> Work =>
        [
            Take("~2m", 4),
            Includes("~6m", Calls[0].Customer),
            Say(
                "~1m",
                "All services are down at all schools. Four engineers are on it. We ring again within the hour."
            ),
            Includes("~3m", Calls[1].Customer),
            Includes("~4m", Calls[2].Customer),
            Includes("~5m", Calls[3].Customer),
            Note(
                "~4m",
                "Both core switches at the main site restarted at 11:02 after the storage update. Routes are missing since."
            ),
            Includes("~5m", Calls[4].Customer),
            Includes("~8m", Calls[5].Customer),
            Includes("~14m", Calls[6].Customer),
            Say(
                "~6m",
                "The cause is known: routes between our data centres are missing. They are put back one by one."
            ),
            Includes("~16m", Calls[7].Customer),
            Includes("~23m", Calls[8].Customer),
            Say(
                "~38m",
                "First services answer in our own tests, schools still cannot reach them. Next call before three."
            ),
            Note("~50m", "Second site still drops the routes after four minutes. The maker's engineer joins at 15:30."),
            Say(
                "~21m",
                "Sign-in works at two test schools. We go on until all are back, through the evening if need be."
            ),
        ];

    private sealed record Call(int Minute, string Customer, int Contact, string Subject, string Details);
}
