using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Checking;

/// <summary>Every text a customer reads, with its place and the paragraph it belongs to.</summary>
internal static class GuideTexts
{
    // These speak about the guide, or are data with a space in them; what they say is no promise.
    private static readonly string[] Apart = ["readings", "document", "rung", "notifications", "retention"];

    /// <param name="besides">Sections that are left out, beside those that speak about the guide.</param>
    public static IEnumerable<GuideText> In(YamlMap root, params string[] besides) =>
        root
            .Entries.Where(entry => !Apart.Contains(entry.Key) && !besides.Contains(entry.Key))
            .SelectMany(entry => In(entry.Value, ""));

    /// <summary>The templates of the messages; what they promise is in placeholders, or ought to be.</summary>
    public static IEnumerable<GuideText> OfMessages(YamlMap root) =>
        root.Entry("notifications") is { } messages ? In(messages.Value, "") : [];

    private static IEnumerable<GuideText> In(YamlNode node, string around) =>
        node switch
        {
            YamlMap map => map.Entries.SelectMany(entry => In(entry.Value, Paragraph(map) ?? around)),
            YamlList list => list.Items.SelectMany(item => In(item, around)),
            YamlScalar { Text: var text } scalar when text.Contains(' ') => [new GuideText(text, around, scalar.Place)],
            _ => [],
        };

    // A paragraph is its own; anything else belongs to the one it cites.
    private static string? Paragraph(YamlMap map) =>
        (map.Entry("cite") ?? (map.Entry("text") is not null ? map.Entry("id") : null))?.Value is YamlScalar id
            ? id.Text
            : null;
}

internal sealed record GuideText(string Text, string Paragraph, Place Place);
