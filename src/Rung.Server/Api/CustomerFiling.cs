using Microsoft.Net.Http.Headers;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Audit;
using Rung.Server.Customers;
using Rung.Server.Desk;
using Rung.Server.Links;
using Rung.Storage;
using Rung.Storage.Customers;

namespace Rung.Server.Api;

/// <summary>Puts customers on file (ESS-04).</summary>
internal sealed class CustomerFiling(RungDatabase database, DeskClock clock)
{
    /// <param name="id">Of the customer, at the guide's desk.</param>
    /// <param name="seen">The tag of the record that its author saw; null: whatever it is now.</param>
    public async Task<FiledCustomer> Put(Guide guide, string id, string? seen, CustomerRequest request)
    {
        if (Problem(guide, request) is { } problem)
        {
            return new FiledCustomer { Problem = problem };
        }
        var customer = Of(guide, id, request);
        if (
            request.Namesakes != true
            && Namesake(await database.Customers.Find(guide.Document.Id, id), customer) is { } one
        )
        {
            return new FiledCustomer { Problem = one, IsNamesake = true };
        }
        return Filed(await database.Customers.File(customer, seen, before => Over(guide, before, customer)), customer);
    }

    private static FiledCustomer Filed(Filing filing, Customer customer) =>
        filing switch
        {
            Filing.InTheWay { Other: var other } when other.Id == customer.Id => Taken(
                "id",
                "This id cannot be had: choose another."
            ),
            Filing.InTheWay { Other: var other } => Taken(
                "$.siteCode",
                $"{other.Name} ({other.Id}) has this site code, or that of one of the further sites: choose another."
            ),
            Filing.Stale => new FiledCustomer
            {
                Problem = Refusing.Because(
                    ProblemKind.CustomerChanged,
                    HeaderNames.IfMatch,
                    "This is not the record on file now: GET it, look at what changed, and PUT yours again with its ETag."
                ),
            },
            Filing.Replaced { Before: var before, Now: var now } => new FiledCustomer
            {
                Customer = now,
                Contacts = ContactChanges.Of(before, now).Words,
            },
            _ => new FiledCustomer { Customer = customer, IsNew = true },
        };

    private Replacement Over(Guide guide, Customer before, Customer asked)
    {
        var now = clock.Now();
        var customer = ContactChanges.WithLeavers(before, asked, now.InZone(guide.DeskCalendar.Zone).Date);
        var changed = ContactChanges.Of(before, customer).Readdressed;
        return new Replacement(customer, [.. changed.SelectMany(one => AddressMail.Of(guide, customer, one, now))]);
    }

    /// <summary>What can be said against the record by itself; null: nothing.</summary>
    public ProblemAnswer? Problem(Guide guide, CustomerRequest request) =>
        CustomerCheck.Of(guide, clock.Now().InZone(guide.DeskCalendar.Zone).Date, request);

    private static ProblemAnswer? Namesake(Customer? before, Customer now)
    {
        var wrong = Namesakes
            .Of(before, now)
            .ToDictionary(
                one => $"$.contacts[{one.Index}].name",
                one => (IReadOnlyList<string>)[IsSomebodyElse(one.Other)]
            );
        return wrong.Count > 0 ? Refusing.Because(ProblemKind.Of(RefusalCode.InvalidInput), wrong) : null;
    }

    private static string IsSomebodyElse(Contact other)
    {
        var there = other.LeftOn is null ? "is on file here already" : "was on file here before";
        return $"{other.Name} ({other.Id}) {there}. If this is somebody else, say so: they share no case.";
    }

    private static FiledCustomer Taken(string where, string what) =>
        new() { Problem = Refusing.Because(ProblemKind.CustomerTaken, where, what) };

    private static Customer Of(Guide guide, string id, CustomerRequest request) =>
        new(id, guide.Document.Id, request.Name.Trim(), request.SiteCode.Trim())
        {
            Region = request.Region,
            Group = request.Group,
            Contract = request.Contract,
            Zone = request.Zone is { } zone ? DateTimeZoneProviders.Tzdb[zone] : null,
            Services = request.Services ?? [],
            Descriptions = request.Descriptions ?? [],
            ReferenceFormat = request.ReferenceFormat?.Trim(),
            Sites = [.. (request.Sites ?? []).Select(Of)],
            LeftOn = request.LeftOn,
            FirstLine = request.FirstLine,
            Contacts = [.. (request.Contacts ?? []).Select(Of)],
        };

    private static Contact Of(ContactRequest one) =>
        new(one.Id, one.Name.Trim(), one.Phone?.Trim(), one.Email?.Trim(), one.Roles ?? [])
        {
            Site = one.Site,
            LeftOn = one.LeftOn,
        };

    private static Site Of(Site one) => new(one.Code.Trim(), one.Name.Trim(), one.Address?.Trim());
}

/// <summary>A customer that was put on file, or why it was not.</summary>
internal sealed record FiledCustomer
{
    public ProblemAnswer? Problem { get; init; }
    public Customer? Customer { get; init; }
    public bool IsNew { get; init; }

    /// <summary>All that stands against it is that somebody of the customer has, or had, the same name.</summary>
    public bool IsNamesake { get; init; }

    /// <summary>Which contacts were added, and whose address is another, by id; null: nobody's.</summary>
    public string? Contacts { get; init; }

    /// <summary>Says in the audit trail which contacts it was.</summary>
    public void Note(HttpContext context)
    {
        if (Contacts is { } ids)
        {
            AuditTrail.Detail(context, ids);
        }
    }
}
