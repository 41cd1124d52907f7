using Rung.Core.Customers;
using Rung.Server.Demo.Playing;

namespace Rung.Server.Demo.Stories;

/// <summary>Everything that is told about the schools desk.</summary>
internal static class SchoolsStories
{
    private static readonly Pace Pace = new(FirstEngineer: 1, Waiting: "");

    public static IEnumerable<Story> All(IReadOnlyList<Customer> customers, Random random)
    {
        var past = new History(customers, random, Pace);
        return
        [
            .. past.Tell(PastAccounts.Rows),
            .. past.Tell(PastMail.Rows),
            .. past.Tell(PastNetwork.Rows),
            .. past.Tell(PastWeb.Rows),
            .. SchoolsRemembered.Stories,
            .. SchoolsNights.Stories,
            .. SchoolsOutage.Stories,
            .. SchoolsToday.Stories,
            .. SchoolsRunning.Stories,
            .. SchoolsOnHold.Stories,
            .. SchoolsToConfirm.Stories,
            .. SchoolsComplaints.Stories,
        ];
    }
}
