using Rung.Core.Cases.Telling;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>entry</c>: what is written to whoever gets in by a link in a mail.</summary>
internal static class EntrySection
{
    public static EntryLetters Read(MapReader map)
    {
        var usual = EntryLetters.Usual;
        return new EntryLetters(
            map.Map("signIn", "`signIn`", Letter) ?? usual.SignIn,
            map.Map("invitation", "`invitation`", Letter) ?? usual.Invitation,
            map.Map("password", "`password`", Letter) ?? usual.Password,
            map.Cite()
        );
    }

    private static MessageTemplate Letter(MapReader map)
    {
        var subject = NotificationsSection.Words(map, "subject", EntryLetter.SubjectNames);
        var text = NotificationsSection.Words(map, "text", EntryLetter.Names);
        if (map.Has("text") && !text.Contains($"{{{EntryLetter.LinkName}}}", StringComparison.Ordinal))
        {
            map.Context.Findings.Add(
                ProblemCode.BadPlaceholder,
                map.PlaceOf("text"),
                "whoever gets this is let in by its link, and it has none",
                "write `{link}` where the link is to stand"
            );
        }
        return new MessageTemplate(subject, text);
    }
}
