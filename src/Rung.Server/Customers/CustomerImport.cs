using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api;
using Rung.Server.Api.Bodies;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Customers;

namespace Rung.Server.Customers;

/// <summary>
/// Takes over customers from a file: first looked at, row by row, then put on file. A row that is refused changes nothing,
/// and the others go on; nothing is ever taken off the file by an import.
/// </summary>
internal sealed class CustomerImport(RungDatabase database, CustomerFiling filing, DeskClock clock)
{
    /// <summary>What would become of each row; nothing is changed.</summary>
    public async Task<ImportPlan> Look(Guide guide, CustomerSheet sheet)
    {
        var plan = new ImportPlan(guide, clock.Now().InZone(guide.DeskCalendar.Zone).Date);
        foreach (var row in sheet.Rows)
        {
            plan.Add(row, await Known(guide, row, plan));
        }
        return plan;
    }

    /// <summary>Does it; a namesake has an id of their own there, and is taken for somebody else. Whoever changed a customer since it was looked at is not overruled: its rows are refused.</summary>
    public async Task<ImportPlan> Do(Guide guide, CustomerSheet sheet)
    {
        var plan = await Look(guide, sheet);
        foreach (var one in plan.Changed)
        {
            var filed = await filing.Put(guide, one.Id, one.Seen, one.Request with { Namesakes = true });
            if (filed.Problem is { } problem)
            {
                ImportPlan.Refuse(one, problem.Problem.Detail);
            }
            else if (filed.Contacts is { } contacts)
            {
                plan.Contacts.Add($"{one.Id}: {contacts}");
            }
        }
        return plan;
    }

    // By its id where the row has one, else by the code of one of its sites.
    private async Task<KnownCustomer> Known(Guide guide, SheetRow row, ImportPlan plan)
    {
        var code = row[CustomerColumns.SiteCode];
        var holder = code is null ? null : await database.Customers.HasCode(guide.Document.Id, code);
        var id = row[CustomerColumns.Customer] ?? (code is null ? null : plan.HasCode(code)) ?? holder?.Id;
        id ??= row[CustomerColumns.Name] is { } name ? PlainId.Of(name) : null;
        return new KnownCustomer(id, id is null || plan.Knows(id) ? null : await database.Customers.Find(id), holder);
    }
}

/// <param name="Id">Null: nobody can say whose row it is.</param>
/// <param name="Before">As it is on file; null: it is new, or was met in the file before.</param>
/// <param name="Holder">Who on file has the row's site code; null: nobody.</param>
internal sealed record KnownCustomer(string? Id, Customer? Before, Customer? Holder);

/// <summary>A customer that the file is about.</summary>
internal sealed class PlannedCustomer(string id, Customer? before, CustomerRequest request)
{
    public string Id => id;
    public bool IsNew => before is null;

    /// <summary>The tag of the record as it was; null for a new one.</summary>
    public string? Seen { get; } = before is null ? null : CustomerTag.Of(before);
    public CustomerRequest Request { get; set; } = request;

    /// <summary>As it was when it was last looked at whole and nothing was wrong; null: that was never.</summary>
    public CustomerRequest? Passed { get; set; }
    public List<PlannedRow> Rows { get; } = [];
    public NamedRows People { get; } = new();
}
