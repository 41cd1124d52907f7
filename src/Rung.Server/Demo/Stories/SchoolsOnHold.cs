using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Cases that wait for the school; their clocks stand still.</summary>
internal static class SchoolsOnHold
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        new(
            "29h 49m",
            "brindle-cross-high",
            Portal,
            "fault identity some cannot-use",
            "Single sign-on fails for new starters",
            "Four new colleagues end on an error page in every application."
        )
        {
            Contact = 2,
            Steps =
            [
                Take("1h", 7),
                Update("4h", "The accounts are right. We need to see one of the sign-ins as it happens."),
                Ask("10h 29m", "one of the four to sign in while we watch, and when that suits"),
            ],
        },
        new(
            "21h 30m",
            "wren-hollow-primary",
            Email,
            "fault email one cannot-use",
            "Mail does not work",
            "It does not work any more, please help."
        )
        {
            Before = "~15h",
            Unclear = "who cannot use it, on which device, and the wording of the message",
            Steps = [AwayMail("5m", "Automatic reply: the office is closed on Wednesday.")],
        },
        new(
            "14h",
            "mossgate-school",
            Phone,
            "fault web-filtering one disruption",
            "Speech program asks for the proxy's password",
            "One pupil's tablet asks once a day."
        )
        {
            Steps =
            [
                Take("3h", 6),
                Hold("5h", "customer-unavailable", "a time next term at which we may have the tablet for ten minutes"),
            ],
        },
        new(
            "3d 8h",
            "thistlecombe-high",
            Email,
            "change-request web-hosting",
            "Sixth form's own section of the website",
            "A section with its own menu and editors, from January."
        )
        {
            Steps =
            [
                Take("4h", 5),
                Update("9h", "That can be done. We need the names of the editors before we confirm it."),
                Ask("1h", "the names of the editors and the first page's text"),
            ],
        },
        new(
            "11h",
            "foxglove-hill-school",
            Phone,
            "fault identity some cannot-use",
            "Supply staff pool cannot sign in",
            "Three people of the pool, at our site only."
        )
        {
            Steps =
            [
                Take("20m", 3),
                Ask("1h", "the user names of the three"),
                Reply("2h", "Names are in this mail."),
                Ask("3h 30m", "whether one of them may be at a PC tomorrow or on the 29th"),
            ],
        },
    ];
}
