namespace Rung.Core.Guides.Showing;

/// <summary>A guide in the order in which a person reads it.</summary>
public sealed record ShownGuide(string Title, string? Subtitle, string Provider, IReadOnlyList<Section> Sections)
{
    /// <summary>The section and, for a chapter, the sections below it; empty when there is none of that id.</summary>
    public IReadOnlyList<Section> Part(string id)
    {
        var from = Sections.ToList().FindIndex(section => section.Id == id);
        return from < 0
            ? []
            : [Sections[from], .. Sections.Skip(from + 1).TakeWhile(section => section.Level > Sections[from].Level)];
    }
}

/// <summary>A heading and what stands under it.</summary>
/// <param name="Id">The paragraph's id, which rules and refusals cite; fit for an anchor.</param>
/// <param name="Level">1 for a chapter, 2 for a section of one.</param>
public sealed record Section(string Id, string Title, int Level, IReadOnlyList<Block> Blocks);
