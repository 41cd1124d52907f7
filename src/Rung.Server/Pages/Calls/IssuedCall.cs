using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Calls;

/// <summary>A call whose reference is issued: the rest of the intake follows.</summary>
internal sealed class IssuedCall(CallParts parts)
{
    public async Task<IResult> Take(Visit visit, CaseSnapshot found, FormValues form)
    {
        var scene = await parts.Reader.Scene(visit, found, new CallForm(form));
        var wish = form.Text("do");
        if (form.Maybe("link") is { } incident)
        {
            return await GoOn(scene, incident);
        }
        if (wish == "resolve")
        {
            return await Resolve(scene);
        }
        var state = wish == "finish" ? IntakeState.Finished : found.State.Intake;
        if (await Keep(scene, state) is { } refused)
        {
            return await Again(scene, refused);
        }
        return wish == "finish"
            ? SeeOther.To(
                Addresses.Case(visit.Desk, found.State.Reference.Text),
                $"{found.State.Reference}: the call is finished"
            )
            : await Again(scene, null);
    }

    /// <summary>Right after the reference was issued.</summary>
    /// <param name="incident">The case that this call is about; null: none.</param>
    public async Task<IResult> GoOn(CallScene scene, string? incident)
    {
        var (visit, reference) = (scene.Visit, scene.Case!.State.Reference);
        if (incident is not null && CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, incident, out var other))
        {
            var linked = await parts.Sender.Link(scene, reference, other.Value);
            return SeeOther.To(
                Addresses.Call(visit.Desk, reference.Text),
                linked is DeskAnswer.Done
                    ? $"{reference} is linked to {other}"
                    : "It could not be linked: open the case page"
            );
        }
        return scene.Form.Values.Text("do") == "resolve"
            ? await Resolve(scene)
            : SeeOther.To(Addresses.Call(visit.Desk, reference.Text));
    }

    private async Task<DeskAnswer?> Keep(CallScene scene, IntakeState state)
    {
        var prioritised = await parts.Sender.Prioritise(scene, scene.Case!);
        if (prioritised is DeskAnswer.Refused)
        {
            return prioritised;
        }
        return await parts.Sender.Answer(scene, scene.Case!, state) is { } answer and not DeskAnswer.Done
            ? answer
            : null;
    }

    private async Task<IResult> Resolve(CallScene scene)
    {
        var answer =
            await Keep(scene, scene.Case!.State.Intake)
            ?? await parts.Sender.Resolve(scene, scene.Case.State.Reference);
        var reference = scene.Case.State.Reference;
        return answer is DeskAnswer.Done
            ? SeeOther.To(
                Addresses.Case(scene.Visit.Desk, reference.Text),
                $"{reference} is resolved on the first call"
            )
            : await Again(scene, answer);
    }

    private async Task<IResult> Again(CallScene scene, DeskAnswer? refused)
    {
        var found = await parts.Cases.Find(scene.Visit, scene.Case!.State.Reference.Text);
        var shown = await parts.Reader.Scene(scene.Visit, found!, scene.Form);
        var errors = refused is null ? [] : CallSender.Errors(refused, scene.Guide);
        return CallEndpoints.Page(
            await parts.Reader.Read(shown with { Errors = errors }),
            refused is null ? StatusCodes.Status200OK : RefusalStatus.Of(refused)
        );
    }
}

/// <summary>Refusals as statuses; the API has the table.</summary>
internal static class RefusalStatus
{
    public static int Of(DeskAnswer answer) =>
        answer switch
        {
            DeskAnswer.Refused { Refusal.Code: var code } => Api.Problems.ProblemKind.Of(code).Status,
            DeskAnswer.Stale => StatusCodes.Status412PreconditionFailed,
            _ => StatusCodes.Status409Conflict,
        };
}
