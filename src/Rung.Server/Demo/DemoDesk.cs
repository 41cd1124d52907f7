using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Demo.Organisations;
using Rung.Server.Demo.Playing;
using Rung.Server.Demo.Stories;

namespace Rung.Server.Demo;

/// <summary>
/// What the demo begins with: invented customers of both desks and three months of their cases, each the outcome of real
/// commands in simulated time. A pure value: the same guides and the same opening give the same events.
/// </summary>
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

    private const int Seed = 20261224;

    /// <summary>Thursday 24 December 2026, 15:20 on the desk's wall clock.</summary>
    public static Instant DefaultOpening(Guide schools) =>
        new LocalDateTime(2026, 12, 24, 15, 20).InZoneLeniently(schools.DeskCalendar.Zone).ToInstant();

    /// <summary>Plays every story up to <paramref name="opensAt"/>, which is cut to the whole minute.</summary>
    /// <exception cref="InvalidOperationException">A story's command was refused: the story and the guide disagree.</exception>
    public static DemoDesk Build(Guide schools, Guide smc, Instant opensAt)
    {
        var opening = StoryTime.WholeMinute(opensAt);
        var random = new Random(Seed);
        var schoolsDesk = new DemoSet(schools, Schools.Of(schools), opening);
        var smcDesk = new DemoSet(smc, Enterprises.Of(smc), opening);
        Play[] plays =
        [
            .. Play.Of(schoolsDesk, SchoolsStories.All(schoolsDesk.Customers, random)),
            .. Play.Of(smcDesk, SmcStories.All(smcDesk.Customers, random)),
        ];
        var cases = Stage.Perform(plays, random);
        return new DemoDesk(
            opening,
            [.. schoolsDesk.Customers, .. smcDesk.Customers],
            cases,
            Schools.Referrals(schoolsDesk)
        )
        {
            Mails = [.. SchoolsMails.Of(schoolsDesk, cases)],
        };
    }
}
