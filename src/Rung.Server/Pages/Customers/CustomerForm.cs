using Rung.Server.Api.Bodies;
using Rung.Server.Pages.Forms;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Customers;

/// <summary>What a form asks, and what the answers make of the customer.</summary>
/// <param name="Title">What is done, as the page's heading.</param>
/// <param name="Apply">The customer as it then is.</param>
public sealed record CustomerForm(string Title, IReadOnlyList<FieldView> Fields, ApplyAnswers Apply)
{
    public string Button { get; init; } = "Save";
    public required string BackHref { get; init; }

    /// <summary>A sentence before the fields; null: none.</summary>
    public string? Says { get; init; }

    /// <summary>Said once it is done.</summary>
    public string Done { get; init; } = "Saved";

    /// <summary>The part of the record that is asked for: <c>$.contacts[2]</c>; problems there are problems of the fields.</summary>
    public string Place { get; init; } = "$";

    /// <summary>Whose open cases are shown first; null: none are.</summary>
    public Predicate<QueueRow>? OpenOf { get; init; }
    public bool ShowsOpen => OpenOf is not null;

    /// <summary>What else can be done here.</summary>
    public IReadOnlyList<(string Label, string Href)> Others { get; init; } = [];
}

public delegate CustomerRequest ApplyAnswers(CustomerAnswers answers);

/// <summary>What was typed into a form about a customer.</summary>
public sealed class CustomerAnswers
{
    private readonly FormValues _values;

    internal CustomerAnswers(FormValues values) => _values = values;

    public string Text(string name) => _values.Text(name);

    public string? Maybe(string name) => _values.Maybe(name);

    public IReadOnlyList<string> All(string name) => _values.All(name);

    public IReadOnlyList<string> Lines(string name) =>
        Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
