using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Api;

/// <summary>Who calls, and callers who are sent back to their own desk (ESS-05).</summary>
internal static class CustomerEndpoints
{
    private const int MostReferrals = 100;
    private const int LongestReason = 2000;

    public static void Map(RouteGroupBuilder desk)
    {
        var customers = desk.MapGroup("").WithTags("Customers");
        customers
            .MapGet("/customers", Find)
            .WithName("customers")
            .WithSummary("Customers by site code, telephone number, or 3 letters of a name");
        customers.MapGet("/customers/{id}", One).WithName("customer").WithSummary("One customer and its contacts");
        customers
            .MapPut("/customers/{id}", Put)
            .WithName("put-customer")
            .WithSummary("Put a customer and its contacts on file, or replace them (ESS-04)")
            .WithMetadata(Seen.Field);
        customers
            .MapPost("/referrals", Refer)
            .WithName("refer")
            .WithSummary("Record that a caller was sent to their own desk or handed to another route (ESS-05, ESS-12)");
        customers
            .MapGet("/referrals", Referrals)
            .WithName("referrals")
            .WithSummary("The latest referrals, newest first");
    }

    public static ProblemAnswer Unknown(string where, string id) =>
        Refusing.Because(
            ProblemKind.UnknownCustomer,
            where,
            $"There is no customer {OneLine.Start(id)}: GET customers?q= finds them."
        );

    public static ProblemAnswer NoSuch(string id) =>
        Refusing.Because(ProblemKind.NoSuchCustomer, $"There is no customer {OneLine.Start(id)} at this desk.");

    /// <summary>
    /// Why nothing is logged for a customer on file: it left, whoever reports is not there, or the reference is none of its own. Null: it is.
    /// </summary>
    public static ProblemAnswer? NotFor(Customer customer, ReportedBy? contact = null, string? reference = null) =>
        customer.LeftOn is { } left
            ? Refusing.Because(
                ProblemKind.UnknownCustomer,
                "$.customer",
                $"{customer.Name} left this desk on {LocalDatePattern.Iso.Format(left)}: nothing new is logged for it."
            )
        : NoSuchContact(customer, contact) is { } nobody ? nobody
        : OwnReference.Of(customer, reference).Fault is { } fault ? Invalid("$.customerReference", fault)
        : null;

    /// <summary>Says that whoever is named by id is not there; null: they are, or no id is given.</summary>
    public static ProblemAnswer? NoSuchContact(Customer customer, ReportedBy? contact) =>
        contact?.Id is { } id && customer.Present.All(one => one.Id != id)
            ? Invalid("$.contact.id", $"{customer.Name} has nobody with the id {OneLine.Start(id)} who is there.")
            : null;

    private static async Task<Results<Ok<CustomersBody>, ProblemAnswer>> Find(
        AtDesk desk,
        SearchFor search,
        RungDatabase database
    )
    {
        var found = await database.Customers.Search(desk.Id, search.Text, search.Take);
        return TypedResults.Ok(new CustomersBody([.. found.Select(CustomerBody.Of)]));
    }

    private static async Task<Results<CustomerAnswer, ProblemAnswer>> One(
        AtDesk desk,
        string id,
        RungDatabase database
    ) =>
        await database.Customers.Find(desk.Id, id) is { } customer
            ? new CustomerAnswer(customer, await CameBack(customer, database))
            : NoSuch(id);

    private static async Task<Results<FiledAnswer, CustomerAnswer, ProblemAnswer>> Put(
        CustomerAt at,
        Seen seen,
        JsonBody<CustomerRequest> body,
        CustomerFiling filing,
        HttpContext context
    )
    {
        var filed = await filing.Put(at.Desk.Guide, at.Id, seen.Text, body.Value);
        if (filed.Problem is { } problem)
        {
            return problem;
        }
        filed.Note(context);
        var database = context.RequestServices.GetRequiredService<RungDatabase>();
        var cameBack = await CameBack(filed.Customer!, database);
        return filed.IsNew ? new FiledAnswer(filed.Customer!, cameBack) : new CustomerAnswer(filed.Customer!, cameBack);
    }

    private static async Task<IReadOnlyList<CameBackBody>> CameBack(Customer customer, RungDatabase database)
    {
        var found = new List<CameBackBody>();
        foreach (var contact in customer.Contacts)
        {
            if (contact.Email is { } address && await database.Inbound.Bounce(customer.Desk, address) is { } report)
            {
                found.Add(new CameBackBody(contact.Id, address, report.ReceivedAt, report.Id));
            }
        }
        return found;
    }

    private static async Task<Results<RecordedAnswer<ReferralBody>, ProblemAnswer>> Refer(
        AtDesk desk,
        Writing writing,
        JsonBody<ReferralRequest> body,
        Referring referring,
        RungDatabase database
    )
    {
        var request = body.Value;
        if (await database.Customers.Find(desk.Id, request.Customer) is not { } customer)
        {
            return Unknown("$.customer", request.Customer);
        }
        if (NotFor(customer) is { } left)
        {
            return left;
        }
        if (request.Route is { } route && HandOvers.Find(desk.Guide, route) is null)
        {
            return NoSuchRoute(desk.Guide, route);
        }
        if (request.Route is null && customer.FirstLine is null)
        {
            return Refusing.Because(ProblemKind.NoOwnDesk, $"{customer.Name} contacts this desk directly: log a case.");
        }
        if (Wrong(request) is { } wrong)
        {
            return wrong;
        }
        var outcome = await referring.Record(desk.Guide, customer, request, new Asked(writing, body.Bytes));
        return outcome.Problem is { } problem ? problem : new RecordedAnswer<ReferralBody>(outcome.Json);
    }

    private static async Task<Results<Ok<ReferralsBody>, ProblemAnswer>> Referrals(
        AtDesk desk,
        RungDatabase database
    ) => TypedResults.Ok(new ReferralsBody(await database.Customers.Referrals(desk.Id, MostReferrals)));

    private static ProblemAnswer? Wrong(ReferralRequest request)
    {
        return OneLine.Fault(request.Caller) is { } caller ? Invalid("$.caller", $"Who called {caller}")
            : OneLine.Fault(request.Reason, LongestReason) is { } reason
                ? Invalid("$.reason", $"What it was about {reason}")
            : null;
    }

    public static ProblemAnswer NoSuchRoute(Guide guide, string route)
    {
        var known = HandOvers.Of(guide).Select(one => one.Id).ToArray();
        var there = known.Length == 0 ? "the guide has none" : $"there are {string.Join(", ", known)}";
        return Refusing.Because(
            ProblemKind.Of(RefusalCode.UnknownInGuide),
            "$.route",
            $"Nothing is handed over to {OneLine.Start(route)}: {there}."
        );
    }

    private static ProblemAnswer Invalid(string where, string what) =>
        Refusing.Because(ProblemKind.Of(RefusalCode.InvalidInput), where, what);
}
