using Microsoft.Extensions.Primitives;
using NodaTime.Text;

namespace Rung.Server.Pages.Forms;

/// <summary>What a form brought: text without white space around it, line ends as line feeds.</summary>
internal sealed class FormValues(IReadOnlyDictionary<string, StringValues> values)
{
    public static FormValues None { get; } = new(new Dictionary<string, StringValues>());

    public static async Task<FormValues> Of(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        return new FormValues(form.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
    }

    public IEnumerable<string> Names => values.Keys;

    /// <summary>Empty when the field is missing.</summary>
    public string Text(string name) => values.TryGetValue(name, out var all) && all.Count > 0 ? Clean(all[^1]) : "";

    /// <summary>Null when the field is missing or empty.</summary>
    public string? Maybe(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> All(string name) =>
        values.TryGetValue(name, out var all) ? [.. all.Select(Clean).Where(text => text.Length > 0)] : [];

    public int? Number(string name) => int.TryParse(Text(name), out var number) ? number : null;

    /// <summary>
    /// Of the first field that was answered with something else than its answers, or with a date that cannot be read;
    /// null: of none.
    /// </summary>
    /// <remarks>A field whose answers depend on what is not known here has none, and is for the desk to decide.</remarks>
    public ErrorView? Fault(IEnumerable<FieldView> fields) =>
        fields.Select(Fault).FirstOrDefault(one => one is not null);

    private ErrorView? Fault(FieldView field) =>
        field.Options.Count > 0 && All(field.Name).Any(sent => field.Options.All(option => option.Value != sent))
            ? new($"“{field.Label}” has no such answer. Choose one of those that it has.", field.ElementId)
        : field.Type == FieldType.Date && IsNoDate(field)
            ? new($"“{field.Label}” takes a date like 2026-12-31.", field.ElementId)
        : null;

    private bool IsNoDate(FieldView field) =>
        Maybe(field.Name) is { } typed ? !LocalDatePattern.Iso.Parse(typed).Success : !field.Optional;

    /// <summary>The same with some fields set anew.</summary>
    public FormValues With(params (string Name, string Value)[] set)
    {
        var all = values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in set)
        {
            all[name] = value;
        }
        return new FormValues(all);
    }

    /// <summary>The field as it was sent: what was typed is never lost by a refusal.</summary>
    public FieldView Fill(FieldView field)
    {
        if (!values.ContainsKey(field.Name) && field.Type is not (FieldType.Choice or FieldType.Many))
        {
            return field;
        }
        var chosen = All(field.Name);
        return field with
        {
            Value = Text(field.Name),
            Options =
            [
                .. field.Options.Select(option =>
                    option with
                    {
                        Chosen =
                            chosen.Count == 0 && field.Type != FieldType.Many && !values.ContainsKey(field.Name)
                                ? option.Chosen
                                : chosen.Contains(option.Value) || (option.Value.Length == 0 && chosen.Count == 0),
                        Reason = option.Reason is { } reason ? Fill(reason) : null,
                    }
                ),
            ],
        };
    }

    private static string Clean(string? text) =>
        TypedText.Of(text).Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
