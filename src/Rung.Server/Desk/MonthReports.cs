using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Reports;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk;

/// <summary>Makes the report of a month from all cases and mails of a desk.</summary>
internal sealed class MonthReports(RungDatabase database, DeskRegister desks)
{
    private const int Page = 500;

    /// <param name="guide">The guide in force at the desk.</param>
    public async Task<MonthReport> Of(Guide guide, YearMonth month, Instant now)
    {
        var reader = new MonthReader(guide, month, now);
        var desk = guide.Document.Id;
        for (var after = 0L; await database.Cases.PageOf(desk, after, Page) is { Count: > 0 } page; after = page[^1].Id)
        {
            foreach (var one in page)
            {
                reader.Take(new CaseOnFile(desks.GuideOf(one), one.Events));
            }
        }
        var span = reader.Report();
        foreach (var mail in await database.Inbound.ToLog(desk, span.From, span.To))
        {
            reader.Take(new MailToLog(mail.LogBy!.Value, mail.State == InboundState.Unlogged ? null : mail.DecidedAt));
        }
        return reader.Report();
    }
}
