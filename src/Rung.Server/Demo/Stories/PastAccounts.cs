using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Stories.CaseCourse;

namespace Rung.Server.Demo.Stories;

/// <summary>Signing in, passwords, starters and leavers.</summary>
internal static class PastAccounts
{
    public static IReadOnlyList<Past> Rows { get; } =
    [
        new(
            Phone,
            "fault identity one cannot-use",
            "Password reset leads back to the sign-in page",
            "After choosing a new password the sign-in page comes up again and refuses it. Since this morning.",
            "The account was locked by an old phone that still tried the former password. Unlocked, phone updated.",
            OnCall
        ),
        new(
            Phone,
            "fault identity some cannot-use",
            "New starters in year 7 cannot sign in",
            "Eleven pupils who joined this week get \"no such user\". Everybody else is fine.",
            "The import had left out pupils without a middle name. They were added and the import now takes them."
        ),
        new(
            Email,
            "fault identity one cannot-use",
            "Supply teacher locked out",
            "Our supply teacher for this week cannot sign in anywhere, \"account disabled\".",
            "The account had an end date of last term. It is extended to the end of this one.",
            Asked
        ),
        new(
            Portal,
            "fault identity some cannot-use",
            "Single sign-on to the library system fails for staff",
            "Staff who open the library system from the start page end on an error page. Pupils get in.",
            "The library system had a new certificate. We took it over and tested with two accounts.",
            Waited
        ),
        new(
            Phone,
            "fault identity site cannot-use",
            "Whole school asked for the password again and again",
            "Every app asks for the password every few minutes, in all rooms.",
            "The clock of the school's server was eleven minutes slow, so tickets were refused. Set right and watched for a day."
        ),
        new(
            Email,
            "fault identity one disruption",
            "Wrong surname shown after marriage",
            "Mail and documents still show the former surname of our deputy head.",
            "Display name changed everywhere; the old address goes on working.",
            Shortly
        ),
        new(
            Portal,
            "admin-task identity",
            "Accounts for five exam invigilators",
            "We need five accounts from Monday to the end of the exams, sign-in and printing only.",
            "Created, with an end date. The first passwords went to the office manager by the portal.",
            Shortly
        ),
        new(
            Email,
            "admin-task identity",
            "Move two teachers to the trust's sixth form",
            "Two teachers change site at half-term and should keep their mailboxes.",
            "Moved, groups changed, mailboxes kept. Checked with one of them.",
            Shortly
        ),
        new(
            Phone,
            "information identity",
            "How to reset a pupil's password as a teacher",
            "Form tutors would like to reset passwords themselves. Is that possible?",
            "Yes, with the tutor role. We sent the guide and gave the role to the staff named.",
            OnCall
        ),
        new(
            Portal,
            "fault identity some disruption",
            "Start page shows last year's class lists",
            "Three teachers still see the classes they had last year.",
            "The class lists are read again each night; last night's run had stopped. Run by hand and now watched.",
            Confirmed
        ),
        new(
            Phone,
            "fault identity some cannot-use",
            "Tablets cannot sign in after the update",
            "About thirty tablets say the organisation does not allow the device.",
            "The update had removed the school's profile. We pushed it again to all tablets.",
            Rejected
        ),
        new(
            Email,
            "fault identity some cannot-use",
            "Governors cannot open the shared folder",
            "Six governors get \"access denied\" since the trust moved the folder.",
            "The guests had to be invited again after the move. Done for all governors.",
            Silence
        ),
        new(
            Portal,
            "fault identity one disruption",
            "Photo of a former colleague shown",
            "The site team's account shows a photo of the previous site manager.",
            "Photo removed; it disappears from all apps within a day.",
            Silence
        ),
        new(
            Email,
            "feature-request identity",
            "Sign in with a picture instead of a password for reception",
            "Our youngest pupils cannot type a password. Could they choose pictures instead?",
            "Your request is on the list for next year's releases. Other schools have asked for it too.",
            Backlog
        ),
        new(
            Portal,
            "fault identity some disruption",
            "Log-out button missing on shared PCs",
            "On shared PCs with the new theme the log-out button cannot be seen.",
            "The release of this week puts the button back. Checked on two PCs in the library.",
            NextRelease
        ),
        new(
            Phone,
            "fault identity everyone cannot-use",
            "Nobody can sign in with a code",
            "All staff who sign in with a second step are refused, at every school we rang.",
            "The service that sends the codes was restarted and the waiting codes were dropped. Sign-in works since.",
            Confirmed
        )
        {
            Rfo =
                "A full disk on the server that sends codes. Its logs are now kept elsewhere and the disk is watched.",
        },
        new(
            Email,
            "fault identity one cannot-use",
            "Returning teacher has no licence",
            "Back from leave since Monday, sign-in works, but Office says there is no licence.",
            "Licence assigned; it had gone back to the pool during the leave.",
            Reached
        ),
        new(
            Phone,
            "fault identity some cannot-use",
            "Trust staff cannot switch between schools",
            "People who work at two schools only ever see the first one.",
            "The switch reads the wrong field since the last release. Our supplier has corrected it.",
            Late
        ),
    ];
}
