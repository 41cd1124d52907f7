using Rung.Core.Customers;
using Rung.Server.Api;
using Rung.Server.Customers;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Heartbeats;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Queue;
using Rung.Server.Retention;
using Rung.Storage;
using Rung.Storage.Customers;
using Rung.Storage.Queue;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Customers;

/// <summary>Fetches what the pages of customers show, and carries out their forms.</summary>
internal sealed class CustomerPages(RungDatabase database, CustomerFiling filing, LegalHolds holds, FrameMaker frames)
{
    private const int OnAPage = 50;
    private const int MostOpen = 50;

    public FrameMaker Frames => frames;

    public Task<Customer?> Find(Visit visit, string id) => database.Customers.Find(visit.Desk, id);

    public async Task<CustomersView> List(Visit visit)
    {
        var presence = visit.Query("show") == "left" ? Presence.Left : Presence.Present;
        var query = visit.Query("q")?.Trim() ?? "";
        var found =
            query.Length > 0
                ? await database.Customers.Search(visit.Desk, query, OnAPage, presence)
                : await Page(visit, presence);
        var shown = found.Take(OnAPage).ToList();
        var hasMore = found.Count > OnAPage;
        var (here, left) = (Addresses.Customers(visit.Desk), presence == Presence.Left);
        return new CustomersView
        {
            Frame = await frames.Frame(visit),
            Here = here,
            Query = query,
            Summary = $"{shown.Count}{(hasMore ? ", and more" : "")}",
            ShowsLeft = left,
            OtherHref = left ? here : $"{here}?show=left",
            Rows = [.. shown.Select(customer => CustomerMaker.Row(visit, customer))],
            Empty = shown.Count == 0 ? Empty(query, here, presence) : null,
            NextHref = hasMore
                ? $"{here}?after={Uri.EscapeDataString(shown[^1].Id)}{(left ? "&show=left" : "")}"
                : null,
        };
    }

    public async Task<CustomerView> Show(Visit visit, Customer customer) =>
        CustomerMaker.Page(visit, await frames.Frame(visit), customer, await Open(visit, customer)) with
        {
            Held = await holds.OverCustomer(visit.Desk, customer.Id) is not null,
            Heartbeats =
            [
                .. (await database.Heartbeats.OfCustomer(visit.Desk, customer.Id)).Select(one =>
                    HeartbeatMaker.Row(visit, one)
                ),
            ],
        };

    public async Task<CustomerFormView> Form(Visit visit, Customer? customer, CustomerForm form)
    {
        var open =
            form.OpenOf is { } whose && customer is not null
                ? (await Open(visit, customer)).Where(row => whose(row))
                : [];
        return new CustomerFormView
        {
            Frame = await frames.Frame(visit),
            Form = form,
            Here = visit.Context.Request.Path,
            Seen = customer is null ? "" : CustomerTag.Of(customer),
            Open = [.. open.Select(row => CustomerMaker.Open(visit, row))],
        };
    }

    /// <returns>On to the customer; or the form again, with what is wrong.</returns>
    public async Task<IResult> Send(Visit visit, Customer? customer, CustomerForm form)
    {
        var values = await FormValues.Of(visit.Context);
        if (values.Fault(form.Fields) is { } fault)
        {
            return await Again(visit, (customer, form, values), [fault]);
        }
        var request = form.Apply(new CustomerAnswers(values)) with
        {
            Namesakes = values.Text(ContactForm.Namesake.Name).Length > 0,
        };
        var id = customer?.Id ?? PlainId.Of(request.Name);
        if (customer is null && await Taken(id) is { } taken)
        {
            // All that is wrong at once; a name that cannot be is said once.
            var others = CustomerErrors.Of(filing.Problem(visit.Guide, request)?.Problem, form);
            return await Again(
                visit,
                (customer, form, values),
                [taken, .. others.Where(one => one.FieldId != taken.FieldId)]
            );
        }
        var filed = await filing.Put(visit.Guide, id, customer is null ? null : values.Text("seen"), request);
        if (filed.Problem is { } problem)
        {
            var again = filed.IsNamesake ? form with { Fields = [.. form.Fields, ContactForm.Namesake] } : form;
            return await Again(visit, (customer, again, values), [.. CustomerErrors.Of(problem.Problem, form)]);
        }
        filed.Note(visit.Context);
        return SeeOther.To(Addresses.Customer(visit.Desk, id), form.Done);
    }

    private static EmptyView Empty(string query, string here, Presence presence) =>
        query.Length is > 0 and < CustomerStore.ShortestPart
            ? new EmptyView(
                $"Nobody has the site code “{query}”. To find a name or a number it takes three letters or digits.",
                "All customers",
                here
            )
        : query.Length > 0 ? new EmptyView($"Nobody is found by “{query}”.", "All customers", here)
        : presence == Presence.Left ? new EmptyView("Nobody has left.", "All customers", here)
        : new EmptyView("No customer is on file yet.", "New customer", $"{here}/new");

    private async Task<IReadOnlyList<Customer>> Page(Visit visit, Presence presence)
    {
        var after = visit.Query("after") is { } id ? await Find(visit, id) : null;
        return await database.Customers.Page(visit.Desk, presence, after, OnAPage + 1);
    }

    private async Task<IReadOnlyList<QueueRow>> Open(Visit visit, Customer customer)
    {
        var query = new QueueQuery(visit.Desk, visit.Now) { CustomerId = customer.Id, Take = MostOpen };
        return (await database.Queue.Page(query)).Rows;
    }

    private async Task<ErrorView?> Taken(string id) =>
        id.Length == 0 ? new ErrorView("Name: write one with letters or digits in it.", "f-name")
        : await database.Customers.Find(id) is { } other
            ? new ErrorView($"Name: {other.Name} is on file already. Add what tells the two apart.", "f-name")
        : null;

    private async Task<IResult> Again(
        Visit visit,
        (Customer? Customer, CustomerForm Form, FormValues Values) sent,
        IReadOnlyList<ErrorView> errors
    )
    {
        var (customer, form, values) = sent;
        var fields = form.Fields.Select(field => CustomerErrors.On(values.Fill(field), errors));
        var view = await Form(visit, customer, form with { Fields = [.. fields] });
        return CustomerPageEndpoints.Page(
            view with
            {
                Errors = errors,
                Seen = values.Text("seen"),
            },
            StatusCodes.Status422UnprocessableEntity
        );
    }
}
