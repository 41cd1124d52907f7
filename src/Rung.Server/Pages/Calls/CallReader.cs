using Microsoft.Extensions.Primitives;
using Rung.Core.Customers;
using Rung.Server.Desk;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Storage;

namespace Rung.Server.Pages.Calls;

/// <summary>Fetches what the page of a call shows.</summary>
internal sealed class CallReader(RungDatabase database, FrameMaker frames, LiveCalls live)
{
    private const int MostMatches = 6;

    /// <summary>A new call; or, when its address asks for it, the one this person was taking.</summary>
    public async Task<CallScene> Begin(Visit visit)
    {
        var kept = await database.Drafts.Find(DraftKeys.OfNewCall(visit.Desk, visit.Actor));
        var form = kept is null ? null : CallForm.Kept(kept.Body);
        return form is not null && visit.Query("call") == "kept"
            ? (await Scene(visit, form)) with
            {
                SavedAt = kept!.SavedAt,
            }
            : (await Scene(visit, CallForm.Begun(visit.Now))) with
            {
                LeftAt = form?.Began(visit.Now),
            };
    }

    public async Task<CallScene> Scene(Visit visit, CallForm form)
    {
        var customer = await Customer(visit, form);
        var search = customer is null && form.CustomerId.Length == 0 && form.Query.Length > 0;
        var scene = new CallScene(visit, form, customer)
        {
            Matches = search ? await database.Customers.Search(visit.Desk, form.Query, MostMatches) : [],
            Live = await live.OfDesk(visit.Desk),
        };
        var bounce = scene.Contact?.Email is { } address ? await database.Inbound.Bounce(visit.Desk, address) : null;
        return scene with { Bounce = bounce, Group = await Group(scene) };
    }

    /// <summary>A call whose reference is issued.</summary>
    /// <param name="typed">What was typed since; null: what the case has.</param>
    public async Task<CallScene> Scene(Visit visit, CaseSnapshot found, CallForm? typed)
    {
        var customer = await database.Customers.Find(found.State.Logged.Reporter.CustomerId);
        var scene = new CallScene(visit, typed ?? Of(found), customer)
        {
            Case = found,
            Live = await live.OfDesk(visit.Desk),
            SavedAt = found.State.LastEventAt,
        };
        return scene with { Group = await Group(scene) };
    }

    public async Task<CallView> Read(CallScene scene) => CallMaker.Of(scene, await frames.Frame(scene.Visit));

    private async Task<Customer?> Customer(Visit visit, CallForm form) =>
        form.CustomerId is { Length: > 0 } id
        && await database.Customers.Find(visit.Desk, id) is { LeftOn: null } customer
            ? customer
            : null;

    private async Task<IReadOnlySet<string>> Group(CallScene scene)
    {
        if (scene.Customer is not { } customer)
        {
            return new HashSet<string>();
        }
        var group = new HashSet<string> { customer.Id };
        var others = customer.Group is null ? [] : ReportedMaker.Alike(scene).Select(call => call.Row.CustomerId);
        foreach (var other in others.Distinct())
        {
            if ((await database.Customers.Find(other))?.Group == customer.Group)
            {
                group.Add(other);
            }
        }
        return group;
    }

    private static CallForm Of(CaseSnapshot found)
    {
        var state = found.State;
        var values = state.Answers.ToDictionary(
            pair => CallForm.Answer + pair.Key,
            pair => new StringValues(pair.Value)
        );
        values["services"] = new StringValues([.. state.Services]);
        values["picked"] = $"{state.Logged.Reporter.CustomerId}/";
        return new CallForm(new FormValues(values));
    }
}
