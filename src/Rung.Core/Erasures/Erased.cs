using Rung.Core.Cases;

namespace Rung.Core.Erasures;

/// <summary>Words and names of the case are gone since then; times and codes are as they were. UK GDPR, Article 17.</summary>
/// <param name="Of">Whose they were.</param>
/// <param name="Why">Never empty; has nobody's name in it.</param>
public sealed record Erased(ErasedOf Of, [Stays] string Why) : CaseEvent;

/// <summary>Whose words and names were erased.</summary>
public enum ErasedOf
{
    /// <summary>All that were on the case.</summary>
    Everybody,

    /// <summary>Those of somebody of the customer who did not report it.</summary>
    OnePerson,
}
