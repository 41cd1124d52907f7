using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>Writes the mail with a link by which somebody gets in. The link is put in when the mail leaves, and is kept nowhere.</summary>
public static class EntryLetter
{
    /// <summary>What whoever only looks at the message reads where the link will stand.</summary>
    public const string Link = "‹the address that lets them in, in the mail alone›";

    internal const string LinkName = "link";

    /// <summary>Names that such a message may use.</summary>
    internal static IReadOnlyCollection<string> Names { get; } = [LinkName, .. SubjectNames];

    internal static IReadOnlyCollection<string> SubjectNames => ["name", "until", .. DeskWords.Names];

    internal static IReadOnlyCollection<string> CaseLinkNames { get; } = ["reference", .. Names];

    internal static IReadOnlyCollection<string> CaseLinkSubjectNames { get; } = ["reference", .. SubjectNames];

    /// <summary>Names that the message about a change may use.</summary>
    internal static IReadOnlyCollection<string> ChangedNames { get; } = ["name", "what", "at", .. DeskWords.Names];

    /// <summary>Names that a message about a changed address may use.</summary>
    internal static IReadOnlyCollection<string> AddressNames => ["name", "customer", .. DeskWords.Names];

    /// <summary>What a contact reads who asked to be let into the portal; under it stands what is under every mail to customers.</summary>
    public static MessageTemplate SignIn(Guide guide, EntryReader reader)
    {
        var letter = Fill(guide, Of(guide).SignIn, reader);
        return letter with { Text = Letter.WithFoot(letter.Text, guide, Desk(guide).Find) };
    }

    /// <summary>What somebody of the desk reads who has an account now.</summary>
    public static MessageTemplate Invitation(Guide guide, EntryReader reader) =>
        Fill(guide, Of(guide).Invitation, reader);

    /// <summary>What somebody of the desk reads who chooses another password.</summary>
    public static MessageTemplate Password(Guide guide, EntryReader reader) => Fill(guide, Of(guide).Password, reader);

    /// <summary>What whoever reported a case reads who asked for another link to it.</summary>
    public static MessageTemplate CaseLink(Guide guide, EntryReader reader, CaseReference reference)
    {
        var desk = Desk(guide);
        var letter = Fill(
            Of(guide).CaseLink,
            name =>
                name switch
                {
                    LinkName => Link,
                    "name" => reader.Name,
                    "until" => CaseWords.InWords(guide, reader.Until),
                    "reference" => reference.Text,
                    _ => desk.Find(name),
                }
        );
        return letter with { Text = Letter.WithFoot(letter.Text, guide, desk.Find) };
    }

    /// <summary>What somebody of the desk reads in whose ways of signing in something was changed. It has no link.</summary>
    /// <param name="of">Their name, and what was changed, as part of a sentence.</param>
    public static MessageTemplate Changed(Guide guide, (string Name, string What) of, Instant at)
    {
        var desk = Desk(guide);
        return Fill(
            Of(guide).Changed,
            name =>
                name switch
                {
                    "name" => of.Name,
                    "what" => of.What,
                    "at" => CaseWords.InWords(guide, at),
                    _ => desk.Find(name),
                }
        );
    }

    /// <summary>What a contact reads, at the old address and at the new, whose address on file was changed.</summary>
    /// <param name="of">Their name, and their customer's.</param>
    public static MessageTemplate Address(Guide guide, (string Name, string Customer) of)
    {
        var desk = Desk(guide);
        var letter = Fill(
            Of(guide).Address,
            name =>
                name switch
                {
                    "name" => of.Name,
                    "customer" => of.Customer,
                    _ => desk.Find(name),
                }
        );
        return letter with { Text = Letter.WithFoot(letter.Text, guide, desk.Find) };
    }

    private static EntryLetters Of(Guide guide) => guide.Entry ?? EntryLetters.Usual;

    // A guide that says nothing of it has no paragraph for it: what its desk rests on stands in the foot.
    private static DeskWords Desk(Guide guide) =>
        new(guide, SupportRoutes.For(guide, []), guide.Entry?.Cite ?? guide.Desk.Cite);

    private static MessageTemplate Fill(Guide guide, MessageTemplate template, EntryReader reader)
    {
        var desk = Desk(guide);
        return Fill(
            template,
            name =>
                name switch
                {
                    LinkName => Link,
                    "name" => reader.Name,
                    "until" => CaseWords.InWords(guide, reader.Until),
                    _ => desk.Find(name),
                }
        );
    }

    private static MessageTemplate Fill(MessageTemplate template, Func<string, string?> word) =>
        new(Letter.OneLine(Template.Fill(template.Subject, word)), Template.Fill(template.Text, word));
}

/// <summary>Who gets in by a link, and until when.</summary>
public sealed record EntryReader(string Name, Instant Until);
