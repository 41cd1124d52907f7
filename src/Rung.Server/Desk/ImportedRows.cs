using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Queue;

namespace Rung.Server.Desk;

/// <summary>What the queue keeps of a case of another desk's history: no clock runs on it.</summary>
internal static class ImportedRows
{
    public static QueueRow Of(CaseLogged logged, Condition condition, Instant now) =>
        new()
        {
            CaseId = 0,
            Desk = logged.Desk,
            Reference = logged.Reference,
            Subject = logged.Subject,
            Kind = logged.Kind,
            Source = logged.Source,
            Condition = condition,
            CustomerId = logged.Reporter.CustomerId,
            CustomerName = logged.Reporter.CustomerName,
            ReportedBy = logged.Reporter.ContactName,
            ReporterId = logged.Reporter.ContactId,
            LoggedAt = logged.At,
            UpdatedAt = now,
        };
}
