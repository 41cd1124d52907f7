using Rung.Core.Cases;

namespace Rung.Core.Complaints;

/// <summary>The files that were sent with what happened. ESS-89.</summary>
public static class CasePapers
{
    /// <returns>In the order in which they were sent; empty: none was.</returns>
    public static IReadOnlyList<Paper> Of(CaseEvent happened) =>
        happened switch
        {
            CaseLogged logged => [.. logged.Complaint?.Papers ?? [], .. logged.Papers ?? []],
            CustomerReplied { Papers: { } papers } => papers,
            PaperAdded { Paper: { } paper } => [paper],
            _ => [],
        };
}
