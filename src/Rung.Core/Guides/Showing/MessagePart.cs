namespace Rung.Core.Guides.Showing;

/// <summary>What is written to whom, and the words of it. ESS-28, ESS-46, ESS-77.</summary>
internal static class MessagePart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        if (guide.Notifications.Count > 0)
        {
            yield return new Placed(
                "notifications",
                new Block.Table(
                    "Messages",
                    ["When", "To", "By"],
                    [.. guide.Notifications.Select(rule => Row(guide, rule))]
                ),
                "Messages"
            );
        }
    }

    /// <summary>Every message in full; null when there is none.</summary>
    public static Section? InFull(Guide guide) =>
        guide.Notifications.Count == 0
            ? null
            : new Section(
                "messages-in-full",
                "The messages in full",
                1,
                [
                    new Block.Paragraph(
                        "Words in braces are filled in; a line for which there is nothing to fill in is left out."
                    ),
                    new Block.Definitions([
                        .. guide.Notifications.Select(rule => new Definition(
                            Title(guide, rule),
                            InFull(rule.Template)
                        )),
                        .. Around(guide),
                        .. Entry(guide),
                    ]),
                ]
            );

    private static IEnumerable<Definition> Around(Guide guide) =>
        guide.Letterhead is { } letterhead
            ? [new("Every mail is from", letterhead.Sender), new("Under every mail", letterhead.Foot.Trim())]
            : [];

    private static IEnumerable<Definition> Entry(Guide guide) =>
        guide.Entry is { } entry
            ?
            [
                new("To whoever asks to sign in to these pages", InFull(entry.SignIn)),
                new("To whoever has an account of the desk", InFull(entry.Invitation)),
                new("To whoever chooses another password", InFull(entry.Password)),
                new("To whoever signs in another way than before", InFull(entry.Changed)),
                new("To whoever asks for another link to their case", InFull(entry.CaseLink)),
                new("To whoever's address was changed, at both", InFull(entry.Address)),
            ]
            : [];

    private static string InFull(MessageTemplate template) => $"{template.Subject}\n\n{template.Text.Trim()}";

    private static IReadOnlyList<string> Row(Guide guide, NotificationRule rule) =>
        [
            Title(guide, rule),
            To(guide, rule.To),
            Phrase.Of(rule.By)
                + (rule.Quiet is { } quiet ? $", held until {new TitleWords(guide).Calendar(quiet)}" : "")
                + (rule.Digest.Count > 0 ? $", gathered, at {Phrase.And(rule.Digest.Select(Phrase.Time))}" : "")
                + rule.Told switch
                {
                    Told.OncePerCase => ", once a case",
                    Told.OncePerDay => ", once a day and case",
                    _ => "",
                },
        ];

    private static string Title(Guide guide, NotificationRule rule) =>
        Phrase.Sentence(CaseMomentWords.Of(rule.On))
        + (new WhenWords(guide).Of(rule.When) is { Length: > 0 } when ? $" ({when})" : "");

    private static string To(Guide guide, Audience audience) =>
        audience.Kind switch
        {
            AudienceKind.Originator => "the person who reported",
            AudienceKind.Participants => "everybody on the case",
            AudienceKind.Owner => "the owner of the case",
            AudienceKind.Desk => "the desk",
            AudienceKind.StatusPage => "the status page",
            AudienceKind.Route => "the team it is handed over to",
            _ => new TitleWords(guide).Role(audience.Role ?? ""),
        };
}
