using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides.Showing;
using Rung.Core.Wording;

namespace Rung.Core.Evidence;

/// <summary>What happened, in order, each with the paragraph it rests on.</summary>
internal static class StoryPart
{
    private static readonly Duration Late = Duration.FromMinutes(1);

    public static EvidenceSection Of(EvidenceOf of, CitedParagraphs cited)
    {
        var rows = EditionEvents.Of(of).Select(happened => Row(of, happened, cited));
        return new EvidenceSection(
            "story",
            "What happened",
            [new Block.Table(null, ["When", "What", "By", "Guide"], [.. rows])]
        );
    }

    private static string[] Row(EvidenceOf of, CaseEvent happened, CitedParagraphs cited)
    {
        var isLate = happened.RecordedAt - happened.At > Late;
        return
        [
            $"{of.Times.Of(happened.At)}{(isLate ? $"\nrecorded {of.Times.Line(happened.RecordedAt)}" : "")}",
            What(of, happened),
            happened.By == Actor.Desk ? "" : happened.By.Name,
            cited.Heading(EventParagraph.Of(of.Guide, happened)),
        ];
    }

    private static string What(EvidenceOf of, CaseEvent happened)
    {
        var line = EventText.Of(of.Guide, happened);
        return happened is IntakeAnswered answered && IntakeText.Of(of.Guide, answered) is { } answers
            ? $"{line}\n{answers}"
            : line;
    }
}
