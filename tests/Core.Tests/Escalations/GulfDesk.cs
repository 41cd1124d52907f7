using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Showing;

namespace Rung.Core.Tests.Escalations;

/// <summary>Cases of the invented data centres, whose ladder climbs by itself; with another guide where a test needs it.</summary>
internal static class GulfDesk
{
    private static readonly Lazy<Guide> Shipped = new(() => GuideFiles.Guide("gulf-colocation"));

    public static Guide Guide => Shipped.Value;

    public static Actor DutyManager { get; } = new("Duty Manager", "duty-manager");

    /// <summary>The shipped guide with some of its text exchanged.</summary>
    public static Guide With(params (string Old, string New)[] changes) =>
        ShippedGuides.With("gulf-colocation", changes);

    /// <summary>A fault of the cross-connects, which is no major incident.</summary>
    /// <param name="at">Wall time in Muscat.</param>
    public static SimulatedCase Fault(
        Guide guide,
        string at,
        string impact,
        string urgency,
        string service = "cross-connects"
    ) =>
        SimulatedCase.Log(
            guide,
            at,
            log =>
                log with
                {
                    Subject = "No link",
                    Services = [service],
                    Reporter = new Reporter(
                        "pearl",
                        "Pearl Shipping",
                        "Operations",
                        "Authorised contact",
                        "01632 960350",
                        "ops@pearl.example.org"
                    )
                    {
                        Contract = "standard",
                    },
                    Answers = new Dictionary<string, string>
                    {
                        ["impact"] = impact,
                        ["urgency"] = urgency,
                        ["details"] = "No link is up",
                    },
                }
        );

    public static SimulatedCase Severity1(Guide guide, string at) => Fault(guide, at, "hall", "now");

    public static SimulatedCase Severity2(Guide guide, string at) => Fault(guide, at, "rack", "now");

    public static SimulatedCase Severity3(Guide guide, string at) => Fault(guide, at, "rack", "today");
}
