using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Storage.Cases;

namespace Rung.Storage.Retention;

/// <summary>A closed case of which something may not be kept any longer.</summary>
public sealed record ClosedCase(long Id, Instant ClosedAt, CaseLogged Logged);

/// <summary>Which closed cases are wanted.</summary>
/// <param name="Of">Cases of the work, or complaints.</param>
/// <param name="Category">Of which nothing was ended by a rule of retention yet.</param>
/// <param name="Before">Closed before, exclusive.</param>
public sealed record ClosedCases(string Desk, ShelfFor Of, RetentionCategory Category, Instant Before)
{
    /// <summary>The last one of the page before, by when it was logged; null: the first page.</summary>
    public ClosedCase? After { get; init; }

    /// <summary>At most so many.</summary>
    public required int Take { get; init; }
}
