using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Queue;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Complaints;

/// <summary>Fetches what the pages of complaints show, and carries out their form.</summary>
internal sealed class ComplaintPages(
    RungDatabase database,
    ServiceDesk desk,
    ComplaintDesk complaints,
    FrameMaker frames
)
{
    private const int MostCustomers = 4;
    private const int MostFailed = 50;

    public FrameMaker Frames => frames;
    public RungDatabase Database => database;

    public async Task<ComplaintListView> List(Visit visit)
    {
        var view = visit.Query("view") == "closed" ? QueueSelection.Closed : QueueSelection.Live;
        var rows = await complaints.Of(visit.Desk, visit.Actor, view);
        var notes = await complaints.Notes(visit.Guide, visit.Actor);
        var seen = rows.Select(row => row.Reference.Text).ToHashSet(StringComparer.Ordinal);
        var failed = await database.Outbox.Failed(Shelf.Of(visit.Desk, ShelfFor.Complaints), MostFailed);
        var found = new FoundComplaints(view, rows, notes)
        {
            Failed = [.. failed.Where(message => message.Reference is { } about && seen.Contains(about))],
        };
        return ComplaintListMaker.Of(visit, await frames.Frame(visit), found);
    }

    public async Task<ComplaintFormView> Form(
        Visit visit,
        string query,
        FormValues? sent,
        IReadOnlyList<ErrorView> errors
    )
    {
        var customers = await Customers(visit, query);
        var process = visit.Guide.Complaints;
        return new ComplaintFormView
        {
            Frame = await frames.Frame(visit),
            Here = Addresses.NewComplaint(visit.Desk),
            Query = query,
            Nothing = query.Length > 0 && customers.Count == 0 ? "No customer is called so." : null,
            Fields = customers.Count == 0 ? [] : ComplaintForm.Fields(visit, customers, sent),
            Ways = [.. Ways(visit.Guide)],
            Cite = process is null ? null : CiteMaker.Of(visit.Guide, process.Cite),
            Errors = errors,
        };
    }

    /// <returns>Where to go; or the form again, with what is wrong.</returns>
    public async Task<IResult> Send(Visit visit, HttpContext context)
    {
        var form = await FormValues.Of(context);
        var query = form.Text("q");
        var customers = await Customers(visit, query);
        if (form.Fault(ComplaintForm.Fields(visit, customers, null)) is { } fault)
        {
            return await Again(visit, form, fault);
        }
        if (ComplaintForm.Reporter(customers, form) is not { } reporter)
        {
            return await Again(visit, form, new ErrorView("Say who complains, by name.", "f-picked"));
        }
        if (form.Text("how") == ComplaintForm.Spoken)
        {
            return await Note(visit, form, reporter);
        }
        if (ComplaintForm.Received(visit, form).Error is { } error)
        {
            return await Again(visit, form, error);
        }
        var (papers, contents) = await FormPapers.Of(context);
        var key = OnceOnly.Key(visit, form.Text("token"));
        var who = new Requester(visit.Actor)
        {
            Papers = contents,
            Keep = OnceOnly.Keep(key, "complaint", done => After(visit, done)),
        };
        var command = ComplaintForm.Command(visit, form, reporter, papers);
        return await desk.Log(visit.Guide, command, who) switch
        {
            DeskAnswer.Done done => SeeOther.To(After(visit, done), Said(visit, done)),
            DeskAnswer.Answered answered => SeeOther.To(answered.Answer.Body),
            DeskAnswer.Refused refused => await Again(visit, form, CiteMaker.Of(visit.Guide, refused.Refusal)),
            _ => await Again(visit, form, new ErrorView("This form was sent before. Open the page anew.")),
        };
    }

    private async Task<IResult> Note(Visit visit, FormValues form, Reporter reporter)
    {
        var spoken = new DirectToLogging(reporter.CustomerId, reporter.ContactName, form.Text("text"))
        {
            ContactId = reporter.ContactId,
        };
        var noted = await complaints.Note(visit.Guide, spoken, visit.Actor);
        return noted.Refusal is { } refusal
            ? await Again(visit, form, CiteMaker.Of(visit.Guide, refusal))
            : SeeOther.To(Addresses.Complaints(visit.Desk), noted.Note!.Said);
    }

    private async Task<IResult> Again(Visit visit, FormValues form, ErrorView error) =>
        ComplaintPageEndpoints.Page(
            await Form(visit, form.Text("q"), form, [error]),
            StatusCodes.Status422UnprocessableEntity
        );

    // Whoever may not see it goes to the list, and has its reference from the notice.
    private static string After(Visit visit, DeskAnswer.Done done) =>
        Restriction.Of(done.Case.Guide, done.Case.State.Logged).Allows(visit.Actor)
            ? Addresses.Case(visit.Desk, done.Case.State.Reference.Text)
            : Addresses.Complaints(visit.Desk);

    private static string Said(Visit visit, DeskAnswer.Done done)
    {
        var due = done.Case.Clocks is [{ Due: { } at }, ..]
            ? $", to be answered by {MomentWords.InFull(at, visit.Zone)}"
            : "";
        return $"{done.Case.State.Reference} is the complaint's reference{due}";
    }

    private async Task<IReadOnlyList<Customer>> Customers(Visit visit, string query) =>
        query.Length == 0 ? [] : await database.Customers.Search(visit.Desk, query, MostCustomers);

    private static IEnumerable<string> Ways(Guide guide)
    {
        foreach (var id in guide.Complaints?.Routes ?? [])
        {
            if (guide.Routes.FirstOrDefault(one => one.Id == id) is { } route)
            {
                var address = string.Join(" or ", route.Addresses.Select(one => one.Address));
                var more = string.Join(" ", new[] { route.FrontMessage, route.Note }.OfType<string>());
                yield return $"{route.Name}: {address}.{(more.Length > 0 ? $" {more}" : "")}";
            }
        }
    }
}
