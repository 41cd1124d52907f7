namespace Rung.Storage.Search;

/// <summary>Something a case is found by; made by <see cref="SearchText"/>.</summary>
/// <param name="Term">In the form that its kind is compared in.</param>
public sealed record SearchTerm(SearchKind Kind, string Term);

/// <summary>What a term is. The numbers are stored.</summary>
public enum SearchKind
{
    /// <summary>The case's reference; always findable, never given by the author.</summary>
    Reference = 1,

    /// <summary>The customer's own reference. ESS-32.</summary>
    CustomerReference = 2,
    Phone = 3,
    Word = 4,
}
