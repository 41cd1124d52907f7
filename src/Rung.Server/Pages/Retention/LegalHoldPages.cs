using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Escalations;
using Rung.Core.Retention;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Server.Retention;
using Rung.Storage;

namespace Rung.Server.Pages.Retention;

/// <summary>What the pages of legal holds show, and what their forms do.</summary>
internal sealed class LegalHoldPages(RungDatabase database, LegalHolds holds, CaseReader cases, FrameMaker frames)
{
    private const string NotYours =
        "Legal holds are placed and lifted by whoever holds a post of an escalation ladder. Ask one of them.";

    public FrameMaker Frames => frames;

    public async Task<HeldThing?> Case(Visit visit, string reference) =>
        await cases.Find(visit, reference) is { } found ? HeldThing.Of(visit.Desk, found.State.Reference) : null;

    public async Task<HeldThing?> Customer(Visit visit, string id) =>
        await database.Customers.Find(visit.Desk, id) is { } customer ? HeldThing.Of(customer) : null;

    public async Task<HeldThing?> Contact(Visit visit, string id, string part) =>
        await database.Customers.Find(visit.Desk, id) is { } customer
        && customer.Contacts.FirstOrDefault(one => one.Id == part) is { } contact
            ? HeldThing.Of(customer, contact)
            : null;

    public Task<IResult> Show(Visit visit, HeldThing thing) => Page(visit, thing, null);

    public Task<IResult> Place(Visit visit, HeldThing thing) =>
        Change(
            visit,
            thing,
            async reason =>
            {
                await database.LegalHolds.Place(new LegalHold(visit.Desk, thing.On, reason, visit.Now, visit.Actor));
                return "The hold is placed";
            }
        );

    public Task<IResult> Lift(Visit visit, HeldThing thing, string number) =>
        Change(
            visit,
            thing,
            async reason =>
                await Standing(visit, thing, number) is { } hold
                && await database.LegalHolds.Lift(hold, new HoldLifted(reason, visit.Now, visit.Actor))
                    ? "The hold is lifted"
                    : "It does not stand any more: somebody lifted it before"
        );

    private async Task<IResult> Change(Visit visit, HeldThing thing, Func<string, Task<string>> change)
    {
        if (!LadderPosts.IsHeldBy(visit.Guide, visit.Actor))
        {
            return ProblemPages.Page(new ProblemView(403, "Nothing was changed", NotYours));
        }
        var reason = (await FormValues.Of(visit.Context)).Text("reason");
        return LegalHoldReason.Fault(reason) is { } fault
            ? await Page(visit, thing, (fault, reason))
            : SeeOther.To(thing.Here, await change(reason));
    }

    private async Task<LegalHold?> Standing(Visit visit, HeldThing thing, string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? (await database.LegalHolds.Of(visit.Desk, thing.On)).FirstOrDefault(one =>
                one.Number == wanted && one.Stands
            )
            : null;

    private async Task<IResult> Page(Visit visit, HeldThing thing, (string Fault, string Reason)? sent)
    {
        var all = await database.LegalHolds.Of(visit.Desk, thing.On);
        var field = LegalHoldView.Reason(sent?.Reason ?? "") with { Error = sent?.Fault };
        var view = new LegalHoldView(await frames.Frame(visit), thing.Name, thing.Here, thing.Home)
        {
            Standing = [.. all.Where(one => one.Stands).Select(one => LegalHoldMaker.Row(visit, thing, one))],
            Lifted = [.. all.Where(one => !one.Stands).Select(one => LegalHoldMaker.Row(visit, thing, one))],
            Elsewhere = LegalHoldMaker.Elsewhere(visit.Desk, thing, await Over(visit.Desk, thing.On)),
            MayChange = LadderPosts.IsHeldBy(visit.Guide, visit.Actor),
            Errors = sent is { } wrong ? [new ErrorView(wrong.Fault, field.ElementId)] : [],
        };
        return new RazorComponentResult<LegalHoldPage>(new { View = view, Reason = field })
        {
            StatusCode = sent is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    // Another that it is under: the one it is asked of is not on the thing itself.
    private Task<LegalHold?> Over(string desk, UnderHold on) =>
        on switch
        {
            UnderHold.OnCase held => holds.OverCase(held.Reference),
            UnderHold.OnContact held => holds.OverCustomer(desk, held.Customer),
            _ => Task.FromResult<LegalHold?>(null),
        };
}
