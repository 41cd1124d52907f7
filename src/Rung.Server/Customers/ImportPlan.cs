using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Customers;

/// <summary>What becomes of a row.</summary>
public enum RowFate
{
    /// <summary>The customer was not on file.</summary>
    New,

    /// <summary>Something of it is another now.</summary>
    Changed,

    /// <summary>It says what is on file.</summary>
    Same,

    /// <summary>It changes nothing, for the reason in its note.</summary>
    Refused,
}

/// <summary>A row with what becomes of it.</summary>
internal sealed class PlannedRow(long line, string customer)
{
    public long Line => line;
    public string Customer => customer;
    public RowFate Fate { get; set; }

    /// <summary>Why it is refused, or what it changes.</summary>
    public string Note { get; set; } = "";

    /// <summary>It gives another name to whoever was found by a site code alone: is it the same customer?</summary>
    public bool IsDoubtful { get; set; }
}

/// <summary>Rows in their order, and the customers that they make.</summary>
internal sealed class ImportPlan(Guide guide, LocalDate today)
{
    private readonly Dictionary<string, PlannedCustomer> _customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PlannedRow> _rows = [];

    public IReadOnlyList<PlannedRow> Rows => _rows;

    /// <summary>Which contacts were added, and whose address is another, customer by customer, once it is done.</summary>
    public List<string> Contacts { get; } = [];

    public IEnumerable<PlannedCustomer> Changed =>
        _customers.Values.Where(one => one.Rows.Exists(row => row.Fate is RowFate.New or RowFate.Changed));

    public int Count(RowFate fate) => _rows.Count(row => row.Fate == fate);

    public bool Knows(string id) => _customers.ContainsKey(id);

    /// <summary>Which customer of the file has a code; null: none.</summary>
    public string? HasCode(string code) => _codes.GetValueOrDefault(code);

    public void Add(SheetRow row, KnownCustomer known)
    {
        var planned = new PlannedRow(row.Line, known.Id ?? "");
        _rows.Add(planned);
        if (Fault(row, known) is { } fault)
        {
            Refuse(planned, fault);
            return;
        }
        var customer = Customer(known);
        var (request, faults) = RowChange.Of(customer.Request, row);
        if (
            string.Join("; ", faults.Concat(customer.People.Fault(row)).Concat(Faults(customer, request, known))) is
            { Length: > 0 } wrong
        )
        {
            Refuse(planned, wrong);
            return;
        }
        Say(row, planned, (customer, request));
        Take(customer, planned, request);
    }

    // All at once: nobody is told of the next fault only after the first is mended.
    private IEnumerable<string> Faults(PlannedCustomer customer, CustomerRequest request, KnownCustomer known) =>
        IsAsBefore(customer, request)
            ? []
            : new[] { Taken(customer, request, known), Wrong(customer, request) }.OfType<string>();

    private static void Say(SheetRow row, PlannedRow planned, (PlannedCustomer Customer, CustomerRequest Request) taken)
    {
        var (customer, request) = taken;
        if (customer.IsNew)
        {
            return;
        }
        planned.IsDoubtful = row[CustomerColumns.Customer] is null && request.Name != customer.Request.Name;
        var doubt = planned.IsDoubtful ? $"found by its {CustomerColumns.SiteCode} alone, is it the same? " : "";
        if (Namesake(customer.Request, request) is { } other)
        {
            planned.IsDoubtful = true;
            doubt += $"{other.Name} ({other.Id}) is called so too, is it the same? ";
        }
        planned.Note = doubt + RowDifference.Of(customer.Request, request);
    }

    private static ContactRequest? Namesake(CustomerRequest before, CustomerRequest after)
    {
        var known = before.Contacts ?? [];
        var added = (after.Contacts ?? []).Skip(known.Count).FirstOrDefault();
        return known.FirstOrDefault(one => string.Equals(one.Name, added?.Name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Nothing of what the file says of a customer was done.</summary>
    public static void Refuse(PlannedCustomer customer, string why) => customer.Rows.ForEach(row => Refuse(row, why));

    private void Take(PlannedCustomer customer, PlannedRow row, CustomerRequest request)
    {
        var isSame = IsAsBefore(customer, request);
        row.Fate =
            isSame ? RowFate.Same
            : customer.IsNew ? RowFate.New
            : RowFate.Changed;
        customer.Rows.Add(row);
        var isMet = !_customers.TryAdd(customer.Id, customer);
        if (isSame && isMet)
        {
            return;
        }
        customer.Request = request;
        customer.Passed = isSame ? null : request;
        foreach (var code in (request.Sites ?? []).Select(site => site.Code).Append(request.SiteCode))
        {
            _codes.TryAdd(code.Trim(), customer.Id);
        }
    }

    private static void Refuse(PlannedRow row, string why) => (row.Fate, row.Note) = (RowFate.Refused, why);

    private PlannedCustomer Customer(KnownCustomer known) =>
        _customers.GetValueOrDefault(known.Id!)
        ?? new PlannedCustomer(
            known.Id!,
            known.Before,
            known.Before is null ? new CustomerRequest { Name = "", SiteCode = "" } : CustomerRequest.Of(known.Before)
        );

    private string? Fault(SheetRow row, KnownCustomer known) =>
        row.IsBroken ? "a quote is not closed, or there is text behind one"
        : row.IsLonger ? "it has more cells than the header has columns"
        : row.Cells.Count == 0 ? "it is empty"
        : string.IsNullOrEmpty(known.Id)
            ? $"it has no {CustomerColumns.Customer}, nobody has its {CustomerColumns.SiteCode}, and there is no {CustomerColumns.Name} to make a new one of"
        : !CustomerAt.IsId(known.Id) ? $"'{OneLine.Start(known.Id)}' is no id: a to z, 0 to 9 and hyphens"
        : known.Before is { } before && before.Desk != guide.Document.Id ? "this id cannot be had: choose another"
        : null;

    private string? Taken(PlannedCustomer customer, CustomerRequest request, KnownCustomer known) =>
        known.Holder is { } holder && holder.Id != customer.Id ? $"{holder.Name} has the site code {request.SiteCode}"
        : (request.Sites ?? [])
            .Select(site => site.Code)
            .Append(request.SiteCode)
            .FirstOrDefault(code => HasCode(code.Trim()) is { } other && other != customer.Id)
            is { } twice
            ? $"{HasCode(twice.Trim())} has the site code {twice} further up"
        : null;

    private string? Wrong(PlannedCustomer customer, CustomerRequest request) =>
        CustomerCheck.Of(guide, today, request, customer.Passed)?.Problem.Errors is { } errors
            ? string.Join(
                " ",
                errors.SelectMany(pair => pair.Value.Select(text => $"{PlaceWords.Of(pair.Key, request)}: {text}"))
            )
            : null;

    // What is on file, or was taken from a row further up, is not looked at once more.
    private static bool IsAsBefore(PlannedCustomer customer, CustomerRequest request) =>
        (!customer.IsNew || customer.Rows.Count > 0) && request == customer.Request;
}
