using Rung.Server.Demo.Playing;

namespace Rung.Server.Demo.Stories;

/// <summary>What is usually said about a service, for cases of the past that have no words of their own.</summary>
/// <param name="Tried">What the reporter tried.</param>
/// <param name="Found">What we tell first.</param>
/// <param name="Asked">What we ask the customer for.</param>
/// <param name="Answered">What they answer.</param>
/// <param name="NotFixed">What they say when it is not fixed.</param>
internal sealed record Phrases(
    IReadOnlyList<string> Tried,
    IReadOnlyList<string> Found,
    IReadOnlyList<string> Asked,
    IReadOnlyList<string> Answered,
    IReadOnlyList<string> NotFixed
)
{
    public static Phrases Of(What what) =>
        (what.Services.Count == 0 ? "" : what.Services[0]) switch
        {
            "identity" => Identity,
            "email" => Email,
            "dns" => Names,
            "web-filtering" => Filtering,
            "web-hosting" or "hosting" => Hosting,
            "connectivity" or "internet" => Lines,
            "voice" => Voice,
            _ => General,
        };

    private static Phrases Identity { get; } =
        new(
            [
                "Another browser and a private window: same.",
                "A second account on the same device works.",
                "Clock of the device is right; restarted twice.",
            ],
            [
                "The sign-in log shows the refusals. We are looking at why the account is turned away.",
                "We see the same with a test account and are working on it.",
            ],
            ["the user name and the time of the last try", "whether it also happens on another device"],
            [
                "It was at ten past nine this morning, on a library PC. User name is the usual staff one.",
                "Same on a tablet, so not the PC.",
            ],
            [
                "Still the same message when they try at home.",
                "Worked once, now it asks for the password again and again.",
            ]
        );

    private static Phrases Email { get; } =
        new(
            [
                "Webmail shows the same as the mail program.",
                "Sent a test inside the school, that arrived; to outside, not.",
                "Restarted, signed out and in again.",
            ],
            [
                "The message trace shows where the mail stops. We are on it.",
                "We can see it happen and are comparing it with a mailbox that works.",
            ],
            ["a copy of the message that came back, as an attachment", "an example with sender, recipient and time"],
            [
                "Attached. It is from yesterday about two o'clock.",
                "Example: from the office to all parents in year 4, today 08:52.",
            ],
            ["Two people still have it.", "It is back since this morning, same wording."]
        );

    private static Phrases Names { get; } =
        new(
            [
                "From a phone on mobile data it works, inside the school it does not.",
                "Tried from two rooms and from home.",
            ],
            [
                "The old record is still held by some resolvers. We are watching it go.",
                "The record differs between our two name servers. We are putting that right.",
            ],
            ["the address that the name should lead to", "a written go-ahead from somebody who may change the zone"],
            ["It should go to the new server, the supplier's form is attached.", "Head agrees, see below."],
            ["From home it still goes to the old page."]
        );

    private static Phrases Filtering { get; } =
        new(
            [
                "Two devices and two pupils: same page is blocked.",
                "Works on the staff profile, not on the pupil profile.",
            ],
            [
                "The site was put into another category last night. We are asking for a review.",
                "The request is matched by a rule that was meant for younger pupils.",
            ],
            ["the full address, the user and the time", "which year groups should be able to open it"],
            ["Years 9 to 11. Address is in the screenshot.", "It was user in room 12, at 10:20."],
            ["Opens now, but the videos on it are still blocked."]
        );

    private static Phrases Hosting { get; } =
        new(
            ["Same on a phone without the school's network.", "Cleared the browser, another browser too."],
            [
                "The server's log shows the error. We are tracing it.",
                "A change of last week is the likely cause; we are undoing it on a copy first.",
            ],
            ["which page, and what was changed last", "who may receive the new sign-in for uploading"],
            ["The calendar page. We uploaded a new term plan on Monday.", "Please send it to the office manager."],
            ["Front page is fine, the sub-pages are not."]
        );

    private static Phrases Lines { get; } =
        new(
            [
                "Power and lights on the router are fine, restarted once.",
                "A laptop straight on our router: same.",
                "Trace stops at the second hop.",
            ],
            [
                "We see the line go down and come back in our monitoring and are testing it.",
                "The carrier has been told and is testing the local end.",
            ],
            [
                "whether anybody has worked in the equipment room since Friday",
                "who can let our engineer in, and from when",
            ],
            ["Nobody was in there.", "Reception from 08:00, ask for facilities."],
            ["Dropped again twice this afternoon."]
        );

    private static Phrases Voice { get; } =
        new(
            ["Mobiles can be reached, landlines not.", "Other extensions in the same office work."],
            [
                "We have traced the examples and see the calls refused at the far exchange.",
                "The call records show the fault; our voice team is on it.",
            ],
            ["three examples with both numbers and the time"],
            ["Examples attached, all from this morning."],
            ["Better, but one call in five still drops."]
        );

    private static Phrases General { get; } =
        new(
            ["Looked in the help pages, found nothing on it."],
            ["We have your request and are looking into it.", "We are asking the team that knows this best."],
            ["a little more on what you need it for"],
            ["It is for the parents' evening, see the attached plan."],
            ["Not quite what we meant, see below."]
        );
}
