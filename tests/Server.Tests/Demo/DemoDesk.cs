using NodaTime;
using Rung.Core.Customers;
using Rung.Server.Demo;

namespace Rung.Server.Tests.Demo;

/// <summary>All that the demo begins with, played to its end.</summary>
/// <param name="OpensAt">The moment the demo's clock begins at; nothing in it is later, all that fell due by then is done.</param>
/// <param name="Cases">In order of their numbers, which are 1, 2, 3 … without gaps over both desks.</param>
/// <param name="Referrals">Callers who were sent back to their own first-line desk (ESS-05).</param>
public sealed record DemoDesk(
    Instant OpensAt,
    IReadOnlyList<Customer> Customers,
    IReadOnlyList<DemoCase> Cases,
    IReadOnlyList<Referral> Referrals
)
{
    /// <summary>Mail that waits to be handled at opening.</summary>
    public IReadOnlyList<DemoMail> Mails { get; init; } = [];

    public static DemoDesk At(Instant opensAt)
    {
        var cast = new DemoCast(DemoGuides.Schools, DemoGuides.Smc, opensAt);
        List<DemoCase> cases = [.. cast.Play()];
        return new DemoDesk(cast.Opening, cast.Customers, cases, cast.Referrals) { Mails = cast.Mails(cases) };
    }
}
