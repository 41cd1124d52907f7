using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Stories.CaseCourse;

namespace Rung.Server.Demo.Stories;

/// <summary>Mail, calendars, shared files.</summary>
internal static class PastMail
{
    public static IReadOnlyList<Past> Rows { get; } =
    [
        new(
            Phone,
            "fault email some cannot-use",
            "Mails to parents come back",
            "All mails from the office to one big provider come back since yesterday: \"policy\".",
            "The provider had put our sending address on a list after the newsletter. Taken off, newsletter now goes in parts.",
            Waited
        ),
        new(
            Monitoring,
            "fault email everyone cannot-use",
            "Mail gateway does not answer",
            "The gateway's health check has failed for five minutes at both data centres.",
            "A certificate had run out on both gateways. Replaced; waiting mail was delivered within the hour."
        )
        {
            Rfo =
                "The certificate was renewed but not loaded. Loading is now part of the renewal, and its date is watched.",
        },
        new(
            Portal,
            "fault email some cannot-use",
            "Shared mailbox of the kitchen has disappeared",
            "The kitchen's mailbox is not in the list any more, for all three who use it.",
            "It had been archived as unused. Restored with all mails.",
            Confirmed
        ),
        new(
            Email,
            "fault email one disruption",
            "Signature shows twice",
            "The school's signature is added twice when I answer from my phone.",
            "One of the two was set on the phone itself. Removed together with the user.",
            Shortly
        ),
        new(
            Phone,
            "fault email one cannot-use",
            "Mailbox is full although little is in it",
            "Cannot send any more, \"mailbox full\", but there are only few mails in it.",
            "A rule had copied every mail into a hidden folder. Rule removed, folder emptied.",
            OnCall
        ),
        new(
            Email,
            "fault email some disruption",
            "Room bookings shown an hour late",
            "Bookings made before the clocks changed show an hour late in the hall's calendar.",
            "The calendar had no zone set. Set to London, the old bookings were moved back.",
            Asked
        ),
        new(
            Portal,
            "information email",
            "How long are deleted mails kept?",
            "A parent asks for mails from spring. How far back can we go?",
            "Deleted mails are kept for 93 days, archived ones for seven years. The guide is attached.",
            Shortly
        ),
        new(
            Email,
            "information email",
            "Sending a mail to all parents of one year",
            "What is the right way to write to all parents of year 5 without showing the addresses?",
            "Use the parents' list of the year in the address book; it hides the addresses. Short guide attached.",
            Shortly
        ),
        new(
            Phone,
            "fault email some cannot-use",
            "Nobody in the music department gets mail from outside",
            "Inside mail arrives, mail from outside does not, for four people since Tuesday.",
            "Their group had been switched to internal mail only by mistake. Switched back; missing mails were sent again.",
            Chased
        ),
        new(
            Portal,
            "admin-task email",
            "Mailing list for the new nursery class",
            "Please set up a list for the nursery's parents, office may send to it.",
            "List created and filled from the register.",
            Shortly
        ),
        new(
            Email,
            "fault email one cannot-use",
            "Documents open read-only",
            "All my documents open read-only since the weekend, colleagues can edit.",
            "The device was signed in with a guest account. Signed in again with the right one.",
            Silence
        ),
        new(
            Phone,
            "fault email site cannot-use",
            "Calendars empty at the whole school",
            "Since eight this morning every calendar is empty, mail works.",
            "A synchronising job had removed the school's calendars from the view. The view is restored, nothing was lost.",
            Confirmed
        ),
        new(
            Email,
            "fault email some cannot-use",
            "Attachments from the exam board are removed",
            "The exam board's spreadsheets arrive without the attachment.",
            "The sender's domain is now allowed to send this kind of file. The three missing ones were released.",
            Rejected
        ),
        new(
            Portal,
            "feature-request email",
            "Mail in the colours of the trust",
            "Could all mails carry the trust's banner?",
            "We looked at it: banners make mails large and unreadable for screen readers, so it will not be pursued.",
            NotPursued
        ),
        new(
            Email,
            "fault email some disruption",
            "Search finds nothing older than a month",
            "Searching in webmail finds only mails of the last weeks.",
            "It is meant so in webmail: older mails are found with \"search everywhere\". We described it in the guide.",
            WorksAsMeant
        ),
        new(
            Phone,
            "fault email some cannot-use",
            "Timetable invitations are not accepted",
            "Teachers accept the invitation and it vanishes.",
            "The room list was over its limit. Split into two lists.",
            Silence
        ),
        new(
            Email,
            "fault email one cannot-use",
            "Cannot open encrypted mail from social care",
            "The mail asks for a sign-in and then shows an empty page.",
            "Their portal needed our address released once more. Opened together on the telephone.",
            Reached
        ),
        new(
            Portal,
            "fault email some cannot-use",
            "Shared drive of the science department very slow",
            "Opening a folder takes a minute, since last week.",
            "The supplier moved the drive to other storage. Folders open at once.",
            Late
        ),
    ];
}
