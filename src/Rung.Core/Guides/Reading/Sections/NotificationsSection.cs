using Rung.Core.Cases.Telling;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>notifications</c>: who is told what, when and how.</summary>
internal static class NotificationsSection
{
    private const int Longest = 60;

    public static NotificationRule Read(MapReader map)
    {
        var id = map.Id(NameKind.Other, "notifications");
        var on = map.Word<CaseMoment>("on");
        var known = on switch
        {
            CaseMoment.Received => Receipt.Names,
            CaseMoment.HandedOver => HandOverLetter.Names,
            _ => CaseWords.Names,
        };
        return new NotificationRule(
            id,
            on,
            map.When("when"),
            Audience(map, on),
            map.Word<Channel>("by"),
            new MessageTemplate(Words(map, "subject", known), Words(map, "text", known)),
            map.OptionalUse("quiet", NameKind.Calendar),
            map.Cite()
        )
        {
            Digest = map.Times("digest"),
            Told = map.Word("told", Told.EachTime),
        };
    }

    /// <summary><c>letterhead</c>: what stands around every mail.</summary>
    public static Letterhead Letterhead(MapReader map) =>
        new(map.Text("sender"), Words(map, "foot", CaseWords.Names), map.Cite());

    private static Audience Audience(MapReader map, CaseMoment on)
    {
        var node = map.Require("to");
        if (node is YamlMap role)
        {
            return MapReader.Read(
                map.Context,
                role,
                "`to`",
                to => new Audience(AudienceKind.Role, to.Use("role", NameKind.Role))
            );
        }
        var word = map.Word<AudienceKind>("to");
        if (word == AudienceKind.Role)
        {
            map.Context.Findings.Add(
                ProblemCode.OneOf,
                map.PlaceOf("to"),
                "`role` alone names nobody",
                "write `{ role: id-of-the-role }`"
            );
        }
        if (word == AudienceKind.Route && on != CaseMoment.HandedOver)
        {
            map.Context.Findings.Add(
                ProblemCode.OneOf,
                map.PlaceOf("to"),
                "only what is handed over goes to a route",
                "write `on: handedOver`, or name who is told"
            );
        }
        return new Audience(word, null);
    }

    /// <summary>A text with placeholders; those that nothing is known for are problems.</summary>
    internal static string Words(MapReader map, string key, IReadOnlyCollection<string> known)
    {
        var text = map.Text(key);
        foreach (var mistake in Template.Mistakes(text, known))
        {
            Report(map, key, mistake, known);
        }
        return text;
    }

    private static void Report(MapReader map, string key, TemplateMistake mistake, IReadOnlyCollection<string> known)
    {
        var nearest = mistake.Name is null ? null : map.Context.Findings.Nearest(mistake.Name.Trim(), known);
        map.Context.Findings.Add(
            ProblemCode.BadPlaceholder,
            map.PlaceOfBrace(key, mistake.Brace),
            What(mistake),
            nearest is null ? $"write one of {Reading.Words.Listed(known.Order())} in braces" : $"write `{{{nearest}}}`"
        );
    }

    private static string What(TemplateMistake mistake) =>
        mistake.Name switch
        {
            null => "this brace stands alone",
            { Length: > Longest } => "what stands in these braces is not a placeholder",
            var name when CaseWords.Names.Contains(name) =>
                $"`{{{name}}}` cannot be told of a message that nobody has read: there is no case yet",
            var name => $"`{{{name}}}` is not a placeholder",
        };
}
