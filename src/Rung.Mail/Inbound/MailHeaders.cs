namespace Rung.Mail.Inbound;

/// <summary>The header fields of a mail in their order, names as written, values decoded and on one line.</summary>
public sealed class MailHeaders(IReadOnlyList<KeyValuePair<string, string>> fields)
{
    public static MailHeaders None { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>The first of that name; null: there is none. Names are the same in any case.</summary>
    public string? First(string name) => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) =>
        fields.Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    public bool Has(string name) => First(name) is not null;
}
