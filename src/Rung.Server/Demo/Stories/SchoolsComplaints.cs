using Rung.Server.Demo.Playing;
using static Rung.Core.Guides.Channel;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>
/// Two complaints, seen by the posts that the guide names: one that a holding reply was sent to, about an engineer; one about
/// personal data that is not even for the Complaint Handler, since it is about that post (ESS-93, R38).
/// </summary>
internal static class SchoolsComplaints
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        new(
            "14h",
            "larkmere-primary",
            Letter,
            "complaint",
            "Complaint",
            "We were promised a call on three days and had none, and when we rang we were told to be patient."
        )
        {
            Before = "2h",
            About = "Engineer 6",
            Steps =
            [
                Holding(
                    "5h",
                    6,
                    "We are looking into what was promised on those days and what became of it, and shall write to you."
                ),
            ],
        },
        new(
            "9h",
            "nettlewick-junior",
            Form,
            "data-complaint",
            "Complaint",
            "Names of pupils stood in a list that was sent to another school, and our first letter about it is unanswered."
        )
        {
            Contact = 1,
            AboutRole = "complaint-handler",
        },
    ];
}
