using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Demo.Organisations;
using Rung.Server.Demo.Playing;
using Rung.Server.Demo.Stories;

namespace Rung.Server.Demo;

/// <summary>
/// What the demo begins with: both desks with invented customers, and three months of their cases, each the outcome of
/// real commands in simulated time. The same guides and the same opening give the same events.
/// </summary>
internal sealed class DemoCast
{
    private const int Seed = 20261224;

    private readonly DemoSet _schools;
    private readonly DemoSet _smc;

    /// <param name="opensAt">
    /// The moment the demo's clock begins at; nothing is later, and all that fell due by then is done. Is cut to the
    /// whole minute.
    /// </param>
    public DemoCast(Guide schools, Guide smc, Instant opensAt)
    {
        Opening = StoryTime.WholeMinute(opensAt);
        _schools = new DemoSet(schools, Schools.Of(schools), Opening);
        _smc = new DemoSet(smc, Enterprises.Of(smc), Opening);
    }

    public Instant Opening { get; }

    public IReadOnlyList<Customer> Customers => [.. _schools.Customers, .. _smc.Customers];

    /// <summary>Callers who were sent back to their own first-line desk (ESS-05).</summary>
    public IReadOnlyList<Referral> Referrals => Schools.Referrals(_schools);

    /// <summary>
    /// Plays every story, each when its case is asked for, in the order of the cases' numbers: 1, 2, 3 … over both desks.
    /// </summary>
    /// <exception cref="InvalidOperationException">A story's command was refused: the story and the guide disagree.</exception>
    public IEnumerable<DemoCase> Play()
    {
        var random = new Random(Seed);
        return Stage.Perform(
            [
                .. Playing.Play.Of(_schools, SchoolsStories.All(_schools.Customers, random)),
                .. Playing.Play.Of(_smc, SmcStories.All(_smc.Customers, random)),
            ],
            random
        );
    }

    /// <summary>Mail that waits to be handled at opening.</summary>
    /// <param name="cases">What was played.</param>
    public IReadOnlyList<DemoMail> Mails(IReadOnlyList<DemoCase> cases) => [.. SchoolsMails.Of(_schools, cases)];
}
