using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <content>Names given and names used.</content>
internal sealed partial class MapReader
{
    private const int LongestId = 60;

    /// <summary>Parts that every desk has without its guide naming them: its agents, and the customer's contacts.</summary>
    private static readonly string[] BuiltInRoles = [Cases.Actor.AgentRole, Cases.Actor.ContactRole];

    /// <summary>The id that the part gives itself.</summary>
    /// <param name="scope">The list within which it must differ from the others.</param>
    public string Id(NameKind kind, string scope = "")
    {
        var scalar = Scalar("id", Require("id"));
        if (scalar is null || !IsId(scalar))
        {
            Context.Names.Mention(kind, scalar?.Text ?? "");
            return "";
        }
        Context.Names.Define(kind, scalar.Text, scalar.Place, scope);
        return scalar.Text;
    }

    public string Use(string key, NameKind kind) => Use(Scalar(key, Require(key)), kind) ?? "";

    public string? OptionalUse(string key, NameKind kind) => Use(Scalar(key, Find(key)), kind);

    public IReadOnlyList<string> Uses(string key, NameKind kind) =>
        [.. Scalars(key, Find(key)).Select(scalar => Use(scalar, kind)).OfType<string>()];

    /// <summary>The calendar that this part counts in; the desk's, unless it says another.</summary>
    public string Calendar() => OptionalUse("calendar", NameKind.Calendar) ?? Context.DeskCalendar;

    /// <summary>The paragraph that says so.</summary>
    public string Cite() => Use("cite", NameKind.Paragraph);

    /// <summary>The paragraph that says so, or else the one cited around this part.</summary>
    public string Cite(string around) => OptionalUse("cite", NameKind.Paragraph) ?? around;

    /// <summary>Role ids, or one of a few words that stand for somebody in particular.</summary>
    public string Audience(string key, params string[] words) => AudienceOf(Scalar(key, Require(key)), words) ?? "";

    public IReadOnlyList<string> Audiences(string key, params string[] words) =>
        [.. Scalars(key, Find(key)).Select(scalar => AudienceOf(scalar, words)).OfType<string>()];

    public bool IsId(YamlScalar scalar)
    {
        if (IsIdentifier(scalar.Text))
        {
            return true;
        }
        Bad(
            ProblemCode.BadId,
            scalar,
            "an id",
            "use up to 60 letters, digits, `-`, `_` and `.`, a letter or digit first"
        );
        return false;
    }

    private string? Use(YamlScalar? scalar, NameKind kind)
    {
        if (scalar is null)
        {
            return null;
        }
        if (kind != NameKind.Role || !BuiltInRoles.Contains(scalar.Text))
        {
            Context.Names.Use(kind, scalar.Text, scalar.Place);
        }
        return scalar.Text;
    }

    private string? AudienceOf(YamlScalar? scalar, string[] words) =>
        scalar is not null && words.Contains(scalar.Text) ? scalar.Text : Use(scalar, NameKind.Role);

    private static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= LongestId
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');
}
