using Rung.Core.Cases.Telling;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>entry</c>: what is written about getting in.</summary>
internal static class EntrySection
{
    public static EntryLetters Read(MapReader map)
    {
        var usual = EntryLetters.Usual;
        return new EntryLetters(
            map.Map("signIn", "`signIn`", Letter) ?? usual.SignIn,
            map.Map("invitation", "`invitation`", Letter) ?? usual.Invitation,
            map.Map("password", "`password`", Letter) ?? usual.Password,
            map.Map("changed", "`changed`", Changed) ?? usual.Changed,
            map.Map("caseLink", "`caseLink`", CaseLink) ?? usual.CaseLink,
            map.Map("address", "`address`", Readdressed) ?? usual.Address,
            map.Cite()
        );
    }

    private static MessageTemplate Readdressed(MapReader map) =>
        new(
            NotificationsSection.Words(map, "subject", EntryLetter.AddressNames),
            NotificationsSection.Words(map, "text", EntryLetter.AddressNames)
        );

    private static MessageTemplate Changed(MapReader map) =>
        new(
            NotificationsSection.Words(map, "subject", EntryLetter.ChangedNames),
            NotificationsSection.Words(map, "text", EntryLetter.ChangedNames)
        );

    private static MessageTemplate CaseLink(MapReader map) =>
        WithLink(map, EntryLetter.CaseLinkSubjectNames, EntryLetter.CaseLinkNames);

    private static MessageTemplate Letter(MapReader map) => WithLink(map, EntryLetter.SubjectNames, EntryLetter.Names);

    private static MessageTemplate WithLink(
        MapReader map,
        IReadOnlyCollection<string> inSubject,
        IReadOnlyCollection<string> inText
    )
    {
        var subject = NotificationsSection.Words(map, "subject", inSubject);
        var text = NotificationsSection.Words(map, "text", inText);
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
