namespace Rung.Server.Pages.Forms;

/// <summary>One question of a form, with what was typed so far.</summary>
public sealed record FieldView(string Name, string Label, FieldType Type = FieldType.Text)
{
    public string Value { get; init; } = "";
    public string? Hint { get; init; }

    /// <summary>What is wrong with the value; null: nothing.</summary>
    public string? Error { get; init; }
    public IReadOnlyList<OptionView> Options { get; init; } = [];

    /// <summary>The browser's own autofill word; null: off.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Number the answers 1, 2, 3 and take those keys.</summary>
    public bool Numbered { get; init; }
    public bool Optional { get; init; }

    /// <summary>Tells fields of one name apart where a page has several forms.</summary>
    public string? Form { get; init; }

    /// <summary>One of several, with what is chosen now.</summary>
    public static FieldView Select(
        string name,
        string label,
        string value,
        IEnumerable<(string Word, string Title)> options
    ) =>
        new(name, label, FieldType.Select)
        {
            Options = [.. options.Select(option => new OptionView(option.Word, option.Title, option.Word == value))],
        };

    internal string ElementId => Form is null ? $"f-{Name.Replace('.', '-')}" : $"f-{Form}-{Name}";

    internal string? DescribedBy =>
        (Hint, Error) switch
        {
            (null, null) => null,
            (_, null) => $"{ElementId}-hint",
            (null, _) => $"{ElementId}-error",
            _ => $"{ElementId}-error {ElementId}-hint",
        };
}

public sealed record OptionView(string Value, string Label, bool Chosen = false, string? Hint = null)
{
    /// <summary>The field that asks why, when choosing this needs a reason.</summary>
    public FieldView? Reason { get; init; }
}

/// <summary>What is wrong, said at the top of the page, each entry a link to its field.</summary>
/// <param name="Cite">Paragraph of the guide that it rests on.</param>
public sealed record ErrorView(string Sentence, string? FieldId = null, CiteView? Cite = null);

/// <summary>A link to a paragraph of the guide in force.</summary>
public sealed record CiteView(string Heading, string Href);
