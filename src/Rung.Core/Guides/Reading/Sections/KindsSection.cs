namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>kinds</c>: the kinds of case and how each is handled.</summary>
internal static class KindsSection
{
    public static CaseKind Read(MapReader map)
    {
        var kind = new CaseKind(
            map.Id(NameKind.Kind),
            map.Text("name"),
            map.OptionalUse("defaultPriority", NameKind.Priority),
            map.Word("handling", KindHandling.Work),
            map.OptionalUse("handOverRoute", NameKind.Route),
            map.Cite()
        );
        if (kind.Handling == KindHandling.HandOver)
        {
            map.Require("handOverRoute");
        }
        return kind;
    }
}
