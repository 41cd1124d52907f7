using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Closed cases of the hours in which the desk is closed: worked through the night, nobody to test, sent in the evening.</summary>
internal static class SchoolsNights
{
    private const string All = "identity+email+dns+web-hosting+web-filtering";

    public static IReadOnlyList<Story> Stories { get; } =
    [
        // ESS-48, A-17: nobody to test, over the weekend on which the clocks change.
        new(
            "1h 20m",
            "brindle-cross-high",
            Phone,
            $"fault {All} everyone cannot-use",
            "No service reachable after the storage move",
            "Nothing answers, and nobody we asked has anything."
        )
        {
            Anchor = Anchor.ClockChange,
            Contact = 2,
            Steps =
            [
                Take("~5m", 2),
                Say("~20m", "Storage does not come back after its move. All hands are on it."),
                Say("~1h", "Storage is back, services start one by one. We shall need a test from you."),
                Hold("~1h", "tester-absent", "somebody at a school to test sign-in and mail"),
                Say("10m", "Good morning. All is up on our side, please try sign-in and mail."),
                Reply("20m", "Both work in three rooms.", Phone),
                Fix("15m", "Storage and all services are up; tested with the school."),
                Rfo(
                    "10m",
                    "A cable was swapped during the move, so both halves of the storage waited for each other. Moves now have a second pair of eyes."
                ),
                Confirm("5m", "All fine, thank you."),
            ],
        },
        // ESS-47, ESS-49: through the night, and late.
        new(
            "38d @16:10",
            "thistlecombe-high",
            Phone,
            $"fault {All} everyone cannot-use",
            "Data centre without power",
            "Everything is off, also the pages that are never off."
        )
        {
            Contact = 2,
            Steps =
            [
                Take("~4m", 5),
                Say("~15m", "The data centre has lost both supplies. Its operator is on site."),
                Say("~41m", "One supply is back, machines start. This will go on after six."),
                Tonight("~20m"),
                Say("~1h ~30m", "Half of the machines are up. Mail next."),
                Say("~2h", "Mail and sign-in work again. The rest follows within the hour."),
                Fix("~1h ~20m", "All services are up since 22:15."),
                Explain("~12h", "supplier", "The operator of the data centre needed five hours for the second supply."),
                Rfo(
                    "~30m",
                    "A fault in the switch between the two supplies took both away. The switch is replaced and tested each quarter."
                ),
                Confirm("~1h", "Yes, all there in the morning."),
            ],
        },
        // ESS-40: came in the evening, counts from eight; an automatic reply counts as nothing.
        new(
            "24d @08:25",
            "foxglove-hill-school",
            Email,
            "fault web-filtering some disruption",
            "Library catalogue shows no covers",
            "Noticed in the evening: all covers are missing on the pupils' profile."
        )
        {
            Before = "~13h ~50m",
            Contact = 1,
            Steps =
            [
                Take("1h", 6),
                Update("2h", "The covers come from a new address, which we are having checked."),
                AwayMail("1m", "Automatic reply: I am in lessons until 15:00."),
                Fix("1d", "The address is allowed."),
                Confirm("4h", "Covers are there."),
            ],
        },
        // answered in the evening, so the clock goes on at eight.
        new(
            "29d 2h",
            "dunnock-green-infants",
            Phone,
            "fault identity one cannot-use",
            "Head locked out at home",
            "Works at school, at home the code is refused."
        )
        {
            Steps =
            [
                Take("30m", 6),
                Ask("1h", "the time shown on the telephone that makes the codes"),
                Reply("@19:40", "It is four minutes slow!"),
                Fix("2h", "With the telephone's clock set right the codes are taken."),
                Confirm("3h"),
            ],
        },
        // sent by the portal at night, the clock starts at eight.
        new(
            "21d @21:40",
            "amber-tor-college",
            Portal,
            "fault email one cannot-use",
            "Cannot reach my mailbox from home",
            "Says the network is not known."
        )
        {
            Steps = [Take("1h 10m", 3), Fix("3h", "Home network was on an old list. Removed."), Confirm("2h 30m")],
        },
        // one school without anything, worked on after hours.
        new(
            "16d @15:30",
            "mossgate-school",
            Phone,
            "fault identity+email+dns+web-filtering site cannot-use",
            "School cut off after building work",
            "The whole school is off the network since the drilling."
        )
        {
            Steps =
            [
                Take("8m", 2),
                Flag("10m", "total-loss", "The school has nothing at all, and a concert with live pictures at seven."),
                Tonight("45m"),
                Say("~1h", "The builders have found the cable. A splicer is on the way."),
                Fix("~2h", "Cable spliced, the school is back since 19:20."),
                Confirm("3h", "In time for the second half!"),
            ],
        },
    ];
}
