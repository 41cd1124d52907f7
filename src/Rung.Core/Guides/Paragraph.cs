namespace Rung.Core.Guides;

/// <summary>A heading and its text, as the customer reads it. <paramref name="Level"/> is 1 for a chapter, 2 for a section.</summary>
public sealed record Paragraph(string Id, string Title, string Text, int Level);

/// <summary>A question the source document leaves open, with the reading taken; e.g. id A-01.</summary>
public sealed record ReadingTaken(string Id, string Question, string Taken, string? Field);
