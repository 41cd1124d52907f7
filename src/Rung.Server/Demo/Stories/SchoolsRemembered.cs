using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Closed cases that people still talk about, each for one rule of the guide.</summary>
internal static class SchoolsRemembered
{
    private const string All = "identity+email+dns+web-hosting+web-filtering";

    public static IReadOnlyList<Story> Stories { get; } =
    [
        // ESS-43: raised within the window by the team leader together with the school.
        new(
            "33d 4h",
            "larkmere-primary",
            Portal,
            "fault identity some disruption",
            "Dinner money page slow",
            "Slow for two people in the office."
        )
        {
            Steps =
            [
                Raise("18m", "P3", "The whole kitchen waits for it until eleven."),
                Take("4m", 1),
                Fix("3h", "The page's database had lost an index. It is fast again."),
                Confirm("2h"),
            ],
        },
        // A-27, ESS-55: lowered, since mail still worked.
        new(
            "27d 6h",
            "saltmarsh-academy",
            Phone,
            $"fault {All} everyone cannot-use",
            "All services gone, says the whole trust",
            "Nothing works at any of our schools."
        )
        {
            Contact = 2,
            Steps =
            [
                Take("~5m", 4),
                Lower("~12m", "P2", "Mail works from outside, so not every service is down (note 1)."),
                Update("~30m", "The way from the schools to us is cut at one place. We are going round it."),
                Fix("~2h", "Traffic takes the second way since 14:05."),
                Rfo("~40m", "A carrier's node failed. The second way is now taken without our doing."),
                Confirm("1h"),
            ],
        },
        // not a complete loss after all.
        new(
            "18d 3h",
            "wren-hollow-primary",
            Phone,
            "fault web-hosting everyone cannot-use",
            "Websites show yesterday's news",
            "Nobody's news of today can be seen."
        )
        {
            Steps =
            [
                Take("10m", 7),
                Update("1h", "Pages are delivered from an old copy. We are emptying it."),
                Unflag("20m", "complete-loss", "The sites could be read all the time, only old."),
                Fix("2h", "The copy is emptied, news of today can be seen."),
                Confirm("3h"),
            ],
        },
        // ESS-65 b: progressed urgently.
        new(
            "26d 5h",
            "pennyfold-lane",
            Email,
            "fault identity some cannot-use",
            "Screen reader cannot read the sign-in page",
            "Two pupils depend on it."
        )
        {
            Steps =
            [
                Take("1h", 1),
                Meanwhile(
                    "9h",
                    "b",
                    "A change of the page is being made urgently.",
                    "The former page can be reached meanwhile, link below."
                ),
                Update("2d", "The new page is being tested with one of the pupils."),
                Fix("2d", "The page reads well with both screen readers."),
                Confirm("1d"),
            ],
        },
        // ESS-05: the college's own desk refers a matter on.
        new(
            "19d 7h",
            "copperbeck-college",
            Phone,
            "fault email some cannot-use",
            "Apprentices' mailboxes refuse large mails",
            "Checked by our desk: 12 mailboxes, limit is 2 MB."
        )
        {
            CustomerReference = "CB-7516",
            Steps =
            [
                Take("30m", 4),
                Update("2h", "They were made from an old template."),
                Fix("5h", "Limit set to 35 MB."),
                Confirm("3h"),
            ],
        },
    ];
}
