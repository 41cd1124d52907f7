using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Customers;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Customers;

/// <summary>Customers, their sites and people: found, read, added, changed, left. ESS-04, ESS-94, ESS-95.</summary>
internal static class CustomerPageEndpoints
{
    private const string Part = "part";

    private delegate CustomerForm? MakeForm(Visit visit, Customer customer, string part);

    private delegate Task<IResult> Answer(CustomerPages pages, Visit visit, Customer? customer, CustomerForm form);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/customers", List);
        ContactEntryEndpoints.Map(pages);
        pages.MapGet("/{desk}/customers/new", (HttpContext context, CustomerPages all) => New(context, all, Ask));
        pages.MapPost("/{desk}/customers/new", (HttpContext context, CustomerPages all) => New(context, all, Send));
        pages.MapGet("/{desk}/customers/import", AskFile);
        pages.MapPost("/{desk}/customers/import", SendFile);
        pages.MapGet("/{desk}/customers/export", Export).WithMetadata(Audit.Export.Mark);
        pages.MapGet("/{desk}/customers/{id}", Show);
        MapForm(pages, "change", (visit, customer, _) => OrganisationForm.Of(visit, customer));
        MapForm(pages, "leave", (visit, customer, _) => LeavingForm.Of(visit, customer));
        MapForm(pages, "contacts/new", (visit, customer, _) => ContactForm.New(visit, customer));
        MapForm(pages, $"contacts/{{{Part}}}", ContactForm.Change);
        MapForm(pages, $"contacts/{{{Part}}}/leave", LeavingForm.Of);
        SubjectEndpoints.Map(pages);
        MapForm(pages, "sites/new", (visit, customer, _) => SiteForm.New(visit, customer));
        MapForm(pages, $"sites/{{{Part}}}", SiteForm.Change);
        MapForm(pages, $"services/{{{Part}}}", DescriptionForm.Of);
    }

    public static RazorComponentResult<CustomerFormPage> Page(
        CustomerFormView view,
        int status = StatusCodes.Status200OK
    ) => new(new { View = view }) { StatusCode = status };

    private static void MapForm(IEndpointRouteBuilder pages, string path, MakeForm make)
    {
        var address = $"/{{desk}}/customers/{{id}}/{path}";
        pages.MapGet(address, (HttpContext context, string id, CustomerPages all) => Do((context, id, all), make, Ask));
        pages.MapPost(
            address,
            (HttpContext context, string id, CustomerPages all) => Do((context, id, all), make, Send)
        );
    }

    private static async Task<IResult> Do(
        (HttpContext Context, string Id, CustomerPages Pages) asked,
        MakeForm make,
        Answer answer
    )
    {
        var visit = asked.Pages.Frames.Visit(asked.Context);
        var part = asked.Context.GetRouteValue(Part) as string ?? "";
        return await asked.Pages.Find(visit, asked.Id) is { } customer && make(visit, customer, part) is { } form
            ? await answer(asked.Pages, visit, customer, form)
            : ProblemPages.NoSuchPage();
    }

    private static Task<IResult> New(HttpContext context, CustomerPages pages, Answer answer)
    {
        var visit = pages.Frames.Visit(context);
        return answer(pages, visit, null, OrganisationForm.Of(visit, null));
    }

    private static async Task<IResult> Ask(CustomerPages pages, Visit visit, Customer? customer, CustomerForm form) =>
        Page(await pages.Form(visit, customer, form));

    private static Task<IResult> Send(CustomerPages pages, Visit visit, Customer? customer, CustomerForm form) =>
        pages.Send(visit, customer, form);

    private static async Task<IResult> AskFile(HttpContext context, ImportPages pages) =>
        new RazorComponentResult<ImportPage>(new { View = await pages.Ask(pages.Frames.Visit(context)) });

    private static async Task<IResult> SendFile(HttpContext context, ImportPages pages)
    {
        var view = await pages.Send(pages.Frames.Visit(context));
        return new RazorComponentResult<ImportPage>(new { View = view })
        {
            StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    private static async Task<IResult> Export(HttpContext context, ImportPages pages)
    {
        var visit = pages.Frames.Visit(context);
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(await pages.Export(visit), "text/csv; charset=utf-8", $"{visit.Desk}-customers.csv");
    }

    private static async Task<IResult> List(HttpContext context, CustomerPages pages) =>
        new RazorComponentResult<CustomersPage>(new { View = await pages.List(pages.Frames.Visit(context)) });

    private static async Task<IResult> Show(HttpContext context, string id, CustomerPages pages)
    {
        var visit = pages.Frames.Visit(context);
        return await pages.Find(visit, id) is { } customer
            ? new RazorComponentResult<CustomerPage>(new { View = await pages.Show(visit, customer) })
            : ProblemPages.NoSuchPage();
    }
}
