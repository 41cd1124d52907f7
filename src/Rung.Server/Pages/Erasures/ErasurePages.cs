using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Retention;
using Rung.Server.Desk;
using Rung.Server.Erasures;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Server.Pages.Words;
using Rung.Server.SubjectAccess;
using Rung.Storage;
using Rung.Storage.Erasures;

namespace Rung.Server.Pages.Erasures;

/// <summary>What the pages of erasures show, and what their form does.</summary>
internal sealed class ErasurePages(
    RungDatabase database,
    PersonEraser eraser,
    SubjectFile file,
    CaseSight sight,
    FrameMaker frames
)
{
    private const int MostShown = 200;

    private const string NotYours =
        "Somebody is erased by whoever holds a post of an escalation ladder and may see every complaint of theirs. Ask one of them.";

    public FrameMaker Frames => frames;

    public async Task<Subject?> Find(Visit visit)
    {
        var (id, part) = (visit.Context.GetRouteValue("id") as string, visit.Context.GetRouteValue("part") as string);
        return
            await database.Customers.Find(visit.Desk, id!) is { } customer
            && customer.Contacts.FirstOrDefault(one => one.Id == part) is { } contact
            ? new Subject(visit.Guide, customer, contact)
            : null;
    }

    public Task<IResult> Ask(Visit visit, Subject subject) => Page(visit, subject, null);

    public async Task<IResult> Erase(Visit visit, Subject subject)
    {
        if (!await May(visit, subject))
        {
            return ProblemPages.Page(new ProblemView(403, "Nothing was erased", NotYours));
        }
        var reason = (await FormValues.Of(visit.Context)).Text("reason");
        if (Fault(reason, subject) is { } fault)
        {
            return await Page(visit, subject, (fault, reason));
        }
        return await eraser.Erase(subject, new WantedErasure(visit.Actor, reason, null)) is PersonErased.Refused
            ? await Page(visit, subject, ("Something is in the way now: see what is to be done first.", reason))
            : SeeOther.To(Addresses.Erasures(visit.Desk), "It is done: nothing is left of them but times and codes");
    }

    public async Task<IResult> List(Visit visit)
    {
        var zone = visit.Guide.DeskCalendar.Zone;
        var all = await Seen(visit, await database.Erasures.Of(visit.Desk, MostShown));
        var view = new ErasuresView(await frames.Frame(visit))
        {
            Rows =
            [
                .. all.Select(one => new ErasureRowView(
                    one.Kind == ErasureKind.Case ? one.Subject : null,
                    $"{MomentWords.Near(one.At, visit.Now, zone)} by {one.By.Name}",
                    one.Why,
                    Words(one.Counts)
                )),
            ],
        };
        return new RazorComponentResult<ErasuresPage>(new { View = view });
    }

    // ESS-93: that there was a complaint is known to whom it is shown.
    private async Task<IReadOnlyList<ErasureNote>> Seen(Visit visit, IReadOnlyList<ErasureNote> all)
    {
        var seen = new List<ErasureNote>();
        foreach (var one in all)
        {
            if (
                one.Kind != ErasureKind.Case
                || await sight.Find(CaseReference.FromStored(one.Subject), visit.Actor) is not null
            )
            {
                seen.Add(one);
            }
        }
        return seen;
    }

    private async Task<bool> May(Visit visit, Subject subject) =>
        LadderPosts.IsHeldBy(visit.Guide, visit.Actor) && await file.SeesAll(subject, visit.Actor);

    // What is kept of it names nobody.
    private static string? Fault(string reason, Subject subject) =>
        LegalHoldReason.Fault(reason)
        ?? (
            subject.Person.Without(reason) != reason
                ? "The reason is kept: say it without their name, number and address."
                : null
        );

    private async Task<IResult> Page(Visit visit, Subject subject, (string Fault, string Reason)? sent)
    {
        var mayErase = await May(visit, subject);
        var look = mayErase ? await eraser.Look(subject) : new PersonLook(subject.Person);
        var field = ErasureView.Reason(sent?.Reason ?? "") with { Error = sent?.Fault };
        var home = Addresses.Contact(visit.Desk, subject.Customer.Id, subject.Contact.Id);
        var view = new ErasureView(
            await frames.Frame(visit),
            $"{subject.Contact.Name}, {subject.Customer.Name}",
            home + ErasureEndpoints.Part,
            home
        )
        {
            MayErase = mayErase,
            Own = Views(visit, look.Own),
            OfOthers = Views(visit, look.OfOthers),
            Mails = look.Mails,
            SharedWith = look.SharedWith,
            Refusals = look.Refusals,
            Errors = sent is { } wrong ? [new ErrorView(wrong.Fault, field.ElementId)] : [],
        };
        return new RazorComponentResult<ErasurePage>(new { View = view, Reason = field })
        {
            StatusCode = sent is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static IReadOnlyList<ErasedCaseView> Views(Visit visit, IReadOnlyList<CaseReference> cases) =>
        [.. cases.Select(one => new ErasedCaseView(one.Text, Addresses.Case(visit.Desk, one.Text)))];

    private static string Words(ErasedCounts counts) =>
        string.Join(
            ", ",
            new[]
            {
                (counts.Cases, "case"),
                (counts.Mails, "mail"),
                (counts.Messages, "message"),
                (counts.Papers, "file"),
            }
                .Where(one => one.Item1 > 0)
                .Select(one => $"{one.Item1} {one.Item2}{(one.Item1 == 1 ? "" : "s")}")
        );
}
