using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Reads <c>expect</c>: what must hold of the case of the step, or a list for several cases.</summary>
internal sealed class ExpectationReader(Guide guide, Cast cast)
{
    public IReadOnlyList<CaseExpectations> Read(MapReader step, DateTimeZone zone) =>
        step.Find("expect") switch
        {
            null => [],
            YamlList list => [.. list.Items.Select(item => One(step, item, zone)).OfType<CaseExpectations>()],
            var node => One(step, node, zone) is { } one ? [one] : [],
        };

    private CaseExpectations? One(MapReader step, YamlNode node, DateTimeZone zone) =>
        step.AsMap("expect", node) is { } map
            ? MapReader.Read(step.Context, map, "`expect`", expect => Case(expect, zone))
            : null;

    private CaseExpectations Case(MapReader map, DateTimeZone zone)
    {
        var newCase = NewCase(map);
        var all = new List<Expectation>();
        all.AddRange(Facts.Read(map, zone));
        all.AddRange(new ClockExpectations(guide, zone).Read(map));
        all.AddRange(new MailExpectations(cast).Read(map));
        all.AddRange(TimelineExpectations.Read(map, zone));
        var escalations = new EscalationExpectations(guide, zone);
        all.AddRange(escalations.Read(map));
        all.AddRange(ComplaintExpectations.Read(map));
        all.AddRange(RefusalExpectations.Read(map));
        return new CaseExpectations(map.OptionalUse("case", NameKind.Case), newCase, all);
    }

    private static string? NewCase(MapReader map)
    {
        if (map.Scalar("newCase", map.Find("newCase")) is not { } name)
        {
            return null;
        }
        if (name.Text == "none")
        {
            return "";
        }
        map.Context.Names.Define(NameKind.Case, name.Text, name.Place);
        return name.Text;
    }
}
