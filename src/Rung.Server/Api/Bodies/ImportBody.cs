using Rung.Server.Customers;

namespace Rung.Server.Api.Bodies;

/// <summary>A file of customers that is to be put on file.</summary>
/// <param name="Content">The bytes of the CSV file, in base64.</param>
public sealed record ImportRequest(string Content)
{
    /// <summary>Whether nothing is to be changed, only said what would become of each row.</summary>
    public bool Preview { get; init; }
}

/// <summary>What became of each row of a file, or would.</summary>
/// <param name="Notes">What to know of the file itself, a sentence each.</param>
public sealed record ImportBody(IReadOnlyList<string> Notes, IReadOnlyList<ImportedRowBody> Rows)
{
    internal static ImportBody Of(CustomerSheet sheet, ImportPlan plan) =>
        new(
            [.. SheetWords.Notes(sheet)],
            [.. plan.Rows.Select(row => new ImportedRowBody(row.Line, row.Customer, row.Fate, row.Note))]
        );
}

/// <param name="Line">Where the row begins in the file; the header is in line 1.</param>
/// <param name="Customer">Id of the customer whose row it is; empty: nobody can say.</param>
/// <param name="Note">Why it is refused, or what it changes.</param>
public sealed record ImportedRowBody(long Line, string Customer, RowFate Became, string Note);
