using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Stories.CaseCourse;

namespace Rung.Server.Demo.Stories;

/// <summary>School websites, and what schools ask for besides faults.</summary>
internal static class PastWeb
{
    public static IReadOnlyList<Past> Rows { get; } =
    [
        new(
            Portal,
            "fault web-hosting site cannot-use",
            "School website shows a certificate warning",
            "Everybody who opens the website gets a warning, on phones too.",
            "The certificate is renewed, and renewed by itself from now on.",
            Confirmed
        ),
        new(
            Phone,
            "fault web-hosting one cannot-use",
            "Cannot upload the newsletter",
            "Upload stops at 99 per cent, a smaller file works.",
            "The limit for one file is raised to 50 MB for the school.",
            OnCall
        ),
        new(
            Email,
            "fault web-hosting some disruption",
            "Calendar page mixes up two months",
            "Events of next month show in this one.",
            "The page's script took the wrong start of the week. Corrected in this week's release.",
            NextRelease
        ),
        new(
            Portal,
            "fault web-hosting one cannot-use",
            "Editor asks for a licence key",
            "When I edit a page, the editor wants a licence key.",
            "Key entered for all editors of the school.",
            Silence
        ),
        new(
            Email,
            "service-change web-hosting",
            "Second editor account for the website",
            "Our new office assistant should edit the news page.",
            "Account created with rights for the news only.",
            Changed
        ),
        new(
            Monitoring,
            "fault web-hosting some cannot-use",
            "Web server 3 answers slowly",
            "Answers take more than eight seconds for a third of the sites.",
            "A broken search page caused the load. It is mended and limited."
        ),
        new(
            Email,
            "information web-hosting",
            "Visitor figures of the website",
            "The governors ask how many people read the website.",
            "Figures of the last year sent, with how to look them up.",
            Shortly
        ),
        new(
            Portal,
            "fault web-hosting some cannot-use",
            "Contact form sends nothing",
            "Parents say they wrote by the form, the office got nothing.",
            "The form's mails were held as junk. Released, 14 old ones were handed over.",
            Rejected
        ),
        new(
            Email,
            "change-request web-hosting",
            "Website moves to the trust's address",
            "From January the site should be found under the trust's address too.",
            "Both addresses lead to the site, the old one is forwarded.",
            Changed
        ),
        new(
            Portal,
            "feature-request web-hosting",
            "Automatic translation of news",
            "Many of our families would like the news in other languages.",
            "On the list; a trial with three languages is planned.",
            Backlog
        ),
        new(
            Phone,
            "fault web-hosting everyone cannot-use",
            "All school websites show an empty page",
            "Every school's site that we tried is empty.",
            "Storage was switched to its second half, sites are back. The first half is repaired.",
            Confirmed
        )
        {
            Rfo =
                "A controller failed and its pair did not take over by itself. The switch-over is now tested each month.",
        },
        new(
            Email,
            "fault web-hosting one disruption",
            "Menu covers the logo on phones",
            "On small phones the menu lies over the logo.",
            "Style corrected.",
            Reached
        ),
        new(
            Portal,
            "service-change identity",
            "Longer sign-in for the reception's PCs",
            "Reception should stay signed in over the lunch break.",
            "The time is four hours on the two PCs named.",
            Changed
        ),
        new(
            Email,
            "information identity",
            "What happens to accounts of leavers?",
            "Until when do leavers of year 13 keep their accounts?",
            "Until the end of October; they are told twice before. Guide attached.",
            Shortly
        ),
        new(
            Phone,
            "information email",
            "Sending large files safely",
            "We have to send safeguarding files to another school. How?",
            "By the secure transfer in the portal. We walked through it together.",
            OnCall
        ),
    ];
}
