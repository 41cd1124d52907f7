using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Reads what is done about complaints.</summary>
internal sealed class ComplaintActs(Guide guide, Cast cast)
{
    /// <summary>Acts on a complaint that is logged.</summary>
    public static IEnumerable<(string Name, Func<MapReader, CaseCommand> Read)> All =>
        [
            ("acknowledge", map => new AcknowledgeComplaint(map.Text("text"), By(map))),
            ("holdingReply", HoldingReply),
            ("answerComplaint", map => new AnswerComplaint(map.Text("text"), By(map))),
            (
                "escalateComplaint",
                map => new EscalateComplaint(map.OptionalUse("route", NameKind.Route), map.Text("text"))
            ),
        ];

    /// <summary>What is kept of a complaint that begins: <c>text</c>, <c>about</c>, <c>aboutRole</c>.</summary>
    public static ComplaintDetails Details(MapReader map) =>
        new(map.Text("text"))
        {
            About = map.OptionalText("about"),
            AboutRole = map.OptionalUse("aboutRole", NameKind.Role),
        };

    /// <summary>The kind that complaints have when none is named.</summary>
    public string Kind =>
        guide.Kinds.FirstOrDefault(kind => kind.Handling == KindHandling.Complaint)?.Id ?? guide.Kinds[0].Id;

    /// <summary>A complaint that was only spoken of. ESS-90.</summary>
    public Act Redirect(MapReader map, string key) =>
        map.Map(key, "`redirect`", Spoken) is { } spoken
            ? new Act(key, Command: null) { Redirect = spoken }
            : new Act("", Command: null);

    private DirectToLogging Spoken(MapReader map)
    {
        var from = map.Use("from", NameKind.Contact);
        var known = cast.Find(from);
        return new DirectToLogging(known?.Customer.Id ?? from, known?.Contact.Name ?? from, map.Text("text"));
    }

    private static SendHoldingReply HoldingReply(MapReader map)
    {
        var date = map.Has("followUp") ? map.Date("followUp") : (NodaTime.LocalDate?)null;
        map.Find("followUp");
        return new SendHoldingReply(map.Text("text"), date, By(map));
    }

    private static Channel By(MapReader map) => map.Word("channel", Channel.Email);
}
