namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>document</c>, <c>paragraphs</c> and <c>readings</c>: which document this is and what it says in words.</summary>
internal static class DocumentSection
{
    private const int DeepestHeading = 3;

    public static DocumentControl Read(MapReader map) =>
        new()
        {
            Id = DocumentId(map),
            Title = map.Text("title"),
            Subtitle = map.OptionalText("subtitle"),
            Provider = map.Text("provider"),
            Version = map.Text("version"),
            Status = map.Word<GuideStatus>("status"),
            EffectiveFrom = map.Date("effectiveFrom"),
            Language = map.Text("language", "en-GB"),
            Approvers = map.Texts("approvers"),
            Sources = map.Texts("sources"),
            History = map.List("history", "a row of the history", Row),
        };

    public static Paragraph Paragraph(MapReader map) =>
        new(
            map.Id(NameKind.Paragraph),
            map.Text("title"),
            map.OptionalText("text") ?? "",
            map.OptionalWhole("level", 1, DeepestHeading) ?? 1
        );

    public static ReadingTaken Reading(MapReader map) =>
        new(map.Id(NameKind.Other, "readings"), map.Text("question"), map.Text("taken"), map.OptionalText("field"));

    private static string DocumentId(MapReader map) =>
        map.Scalar("id", map.Require("id")) is { } scalar && map.IsId(scalar) ? scalar.Text : "";

    private static ChangeLogEntry Row(MapReader map) =>
        new(map.Text("version"), map.Date("date"), map.Text("author"), map.Text("summary"), map.OptionalText("marked"));
}
