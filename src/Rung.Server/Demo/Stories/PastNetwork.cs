using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Stories.CaseCourse;

namespace Rung.Server.Demo.Stories;

/// <summary>Names and web filtering. Filtering has no portal (ESS-10).</summary>
internal static class PastNetwork
{
    public static IReadOnlyList<Past> Rows { get; } =
    [
        new(
            Phone,
            "fault web-filtering site cannot-use",
            "Revision videos blocked for everybody",
            "The videos we set as homework are blocked on all profiles since this morning.",
            "The video site's delivery network had moved to a new address. Released for schools.",
            Confirmed
        ),
        new(
            Email,
            "fault web-filtering some cannot-use",
            "Careers site blocked for year 11",
            "The careers platform is blocked as \"recruitment\", year 11 needs it on Thursday.",
            "The platform is allowed for years 10 to 13.",
            Asked
        ),
        new(
            Phone,
            "fault web-filtering some disruption",
            "Pictures missing on the maths site",
            "Exercises load but without pictures.",
            "The picture host is now in the same category as the site.",
            OnCall
        ),
        new(
            Email,
            "fault web-filtering some cannot-use",
            "Games site not blocked",
            "Pupils open a games site through a new address, teachers have seen it in three rooms.",
            "The new address is blocked and reported to the makers of the list.",
            Confirmed
        ),
        new(
            Email,
            "admin-task web-filtering",
            "Allow a museum's site for a project week",
            "Please allow the museum's site incl. its film archive for next week, all pupils.",
            "Allowed until the end of the project week.",
            Shortly
        ),
        new(
            Phone,
            "information web-filtering",
            "Who sees the weekly filtering report?",
            "Our safeguarding lead asks who gets the report and what is in it.",
            "The two posts named by the head get it. We explained how to change them.",
            OnCall
        ),
        new(
            Email,
            "fault web-filtering some cannot-use",
            "Filtering refuses the exam software",
            "The exam software cannot reach its server in the two IT rooms.",
            "The exam server is excluded from inspection, as its makers ask. Tested with a mock exam.",
            Waited
        ),
        new(
            Monitoring,
            "fault web-filtering some cannot-use",
            "One of two filtering nodes is down",
            "Health check of node 2 fails; node 1 carries everything.",
            "Node 2 was restarted after a memory fault, the part was replaced the same day."
        ),
        new(
            Phone,
            "fault web-filtering everyone cannot-use",
            "No web page opens at any school",
            "Browsers say that the proxy does not answer. Mail on phones works.",
            "A wrong rule set had been published. The former one was put back, all pages open.",
            Confirmed
        )
        {
            Rfo = "A rule set was published without the test run. Publishing now needs the test's result.",
        },
        new(
            Email,
            "feature-request web-filtering",
            "Filtering by timetable",
            "Could games be allowed in the lunch break only?",
            "On the list for development; first schools can try it in the summer.",
            Backlog
        ),
        new(
            Email,
            "fault web-filtering one disruption",
            "Report shows the wrong user",
            "The report says a page was opened by a teacher who was not in school.",
            "A shared PC had stayed signed in. That is how it is meant to be counted; we showed how to sign PCs out at night.",
            WorksAsMeant
        ),
        new(
            Portal,
            "change-request dns",
            "New address for the school's booking page",
            "The booking page moves to another supplier on the 3rd. Please change its record.",
            "Record changed at seven in the morning and tested from two places.",
            Changed
        ),
        new(
            Email,
            "change-request dns",
            "Records for a new mail newsletter service",
            "Our newsletter supplier asks for three records, see the attached list.",
            "Added and checked with the supplier's tool.",
            Changed
        ),
        new(
            Phone,
            "fault dns some cannot-use",
            "Old website still shown to some parents",
            "Some parents see the old website, others the new one.",
            "One name server still held the old record. Both are the same now.",
            Silence
        ),
        new(
            Portal,
            "fault dns site cannot-use",
            "School's own name cannot be found from inside",
            "From inside, our own web address leads nowhere. Outside it works.",
            "The inside zone lacked the new server. Added.",
            Confirmed
        ),
        new(
            Email,
            "admin-task dns",
            "Proof of ownership for a software supplier",
            "They ask for a text record with the value in the attachment.",
            "Record added, the supplier has confirmed.",
            Shortly
        ),
        new(
            Portal,
            "fault dns some disruption",
            "Name of the print server resolves slowly",
            "First print of the day takes two minutes to start.",
            "Two dead forwarders were taken out of the list.",
            Chased
        ),
    ];
}
