namespace Rung.Server.Pages.Portal;

/// <summary>Who is there? Asked as long as there are no accounts.</summary>
public sealed record VisitorView(PortalFrameView Frame, string Here, string Return)
{
    public required string Query { get; init; }
    public required IReadOnlyList<VisitorChoices> Customers { get; init; }
}

public sealed record VisitorChoices(string Customer, IReadOnlyList<VisitorChoice> People);

/// <param name="Value">Customer and contact, by id.</param>
public sealed record VisitorChoice(string Value, string Name);
