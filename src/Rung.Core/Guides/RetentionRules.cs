using Rung.Core.Retention;

namespace Rung.Core.Guides;

/// <summary>How long what is kept of customers and their people is kept. UK GDPR, Article 5(1)(e).</summary>
/// <param name="Times">Of each category that the guide names; what it does not name is kept.</param>
/// <param name="Cite">Id of the paragraph that says so.</param>
public sealed record RetentionRules(IReadOnlyDictionary<RetentionCategory, KeptFor> Times, string Cite)
{
    /// <summary>How long a category is kept; null: without end.</summary>
    public KeptFor? Of(RetentionCategory category) => Times.GetValueOrDefault(category);

    /// <summary>"Cases 6 years, Mails 1 year": the same for the same times, whatever paragraph says so.</summary>
    public string Text =>
        string.Join(
            ", ",
            Enum.GetValues<RetentionCategory>().Where(Times.ContainsKey).Select(one => $"{one} {Times[one]}")
        );
}
