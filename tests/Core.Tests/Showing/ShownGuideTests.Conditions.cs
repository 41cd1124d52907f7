using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Showing;
using Rung.Core.Guides.Showing.Plain;
using Xunit;

namespace Rung.Core.Tests.Showing;

public sealed partial class ShownGuideTests
{
    // What must hold together, and what is one of several, is told apart in the sentence itself.
    [Theory]
    [InlineData("any: [{ priority: P1 }, { flag: total-loss }]", "P1, or marked as Total service loss")]
    [InlineData(
        "takesDown: email, any: [{ answers: { effect: cannot-use } }, { source: monitoring }]",
        "E-mail may not work; either How badly: Cannot use it, or reported by monitoring"
    )]
    [InlineData(
        "source: phone, any: [{ priority: P1 }, { flag: total-loss }]",
        "Reported by telephone; either P1, or marked as Total service loss"
    )]
    [InlineData(
        "not: { any: [{ priority: P4 }, { flag: total-loss }] }",
        "Neither P4, nor marked as Total service loss"
    )]
    [InlineData(
        "not: { source: [email, portal], priority: [P1, P2] }",
        "Not both P1 or P2, and reported by e-mail or customer portal"
    )]
    [InlineData(
        "any: [{ priority: P1, source: phone }, { flag: total-loss }, { not: { priority: P4 } }]",
        "Both P1, and reported by telephone, or marked as Total service loss, or except P4"
    )]
    [InlineData(
        "source: phone, any: [{ priority: P1, desk: open, channel: email }, { flag: total-loss }]",
        "Reported by telephone; either (all of P1, and last heard of by e-mail, and within Support hours), "
            + "or marked as Total service loss"
    )]
    [InlineData(
        "not: { not: { any: [{ priority: P1 }] } }, all: [{ all: [{ source: phone }] }]",
        "Reported by telephone, P1"
    )]
    public void A_condition_within_a_condition_keeps_its_meaning(string condition, string shown)
    {
        const string Default = "setWhen: { priority: P1 }, cite: out-of-hours";
        var file = Path.Combine(GuideFiles.Root, "guides", "schools-desk.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains(Default, text, StringComparison.Ordinal);
        var changed = text.Replace(Default, Default.Replace("priority: P1", condition), StringComparison.Ordinal);

        var guide = GuideReader.Read(file, changed, GuideFiles.Holidays).Guide!;

        Assert.Contains(
            $"Set by default: {shown}. An agent may change it",
            Flat(PlainGuide.Write(GuideShower.Show(guide, []), 2000)),
            StringComparison.Ordinal
        );
    }
}
