using Rung.Core.Guides;
using Rung.Core.Guides.Showing;

namespace Rung.Core.Evidence;

/// <summary>The paragraphs of the guide that a pack names, in the order in which they are first named.</summary>
internal sealed class CitedParagraphs(Guide guide)
{
    private readonly List<string> _ids = [];

    /// <returns>The paragraph's heading; empty when nothing is cited.</returns>
    public string Heading(string? id)
    {
        if (id is null)
        {
            return "";
        }
        if (!_ids.Contains(id))
        {
            _ids.Add(id);
        }
        return guide.Heading(id);
    }

    public EvidenceSection Section()
    {
        var document = guide.Document;
        var blocks = guide
            .Paragraphs.Where(paragraph => _ids.Contains(paragraph.Id))
            .OrderBy(paragraph => _ids.IndexOf(paragraph.Id))
            .SelectMany(paragraph => ParagraphText.Blocks(paragraph.Text).Prepend(new Block.Heading(paragraph.Title)));
        return new EvidenceSection(
            "guide",
            "Paragraphs of the guide",
            [new Block.Paragraph($"{document.Title}, version {document.Version}."), .. blocks]
        );
    }
}
