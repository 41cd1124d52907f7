using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Pages.Calls;

/// <summary>A call that has no reference yet.</summary>
internal sealed class NewCall(CallParts parts)
{
    /// <summary>Before the id of a route, on its button.</summary>
    public const string HandOver = "hand-over/";

    public async Task<IResult> Take(HttpContext context)
    {
        var visit = parts.Frames.Visit(context);
        var form = new CallForm(await FormValues.Of(context));
        var wish = form.Values.Text("do");
        form = Steered(form, wish);
        var scene = await parts.Reader.Scene(visit, form);
        if (form.Values.Maybe("link") is { } incident)
        {
            return await Issue(scene, incident);
        }
        return wish switch
        {
            "issue" or "resolve" when !scene.IsPicked => await WhoFirst(scene),
            "issue" or "resolve" => await Issue(scene, null),
            _ when RouteOf(scene, wish) is { } route => await Hand(scene, route),
            "refer" when scene.Customer?.FirstLine is not null => SeeOther.To(
                Addresses.Queue(visit.Desk),
                await parts.Sender.Refer(scene)
            ),
            _ => await Again(scene, StatusCodes.Status200OK),
        };
    }

    private static Route? RouteOf(CallScene scene, string wish) =>
        wish.StartsWith(HandOver, StringComparison.Ordinal)
            ? HandOvers.Of(scene.Guide).FirstOrDefault(route => route.Id == wish[HandOver.Length..])
            : null;

    // ESS-12: one press, no case, no clock.
    private async Task<IResult> Hand(CallScene scene, Route route) =>
        scene.IsPicked
            ? SeeOther.To(Addresses.Queue(scene.Visit.Desk), await parts.Sender.HandOver(scene, route))
            : await WhoFirst(scene);

    private Task<IResult> WhoFirst(CallScene scene) =>
        Again(
            scene with
            {
                Errors = [new ErrorView("Say who is calling first.", "caller")],
            },
            StatusCodes.Status422UnprocessableEntity
        );

    private static CallForm Steered(CallForm form, string wish) =>
        (wish, form.Values.Maybe("pick")) switch
        {
            ("change-caller", _) => form.With(("picked", ""), ("referred", "")),
            ("referred-on", _) => form.With(("referred", "yes")),
            (_, { } pick) => form.With(("picked", pick), ("referred", "")),
            _ => form,
        };

    private async Task<IResult> Again(CallScene scene, int status)
    {
        if (!scene.Form.IsEmpty)
        {
            await parts.Sender.Keep(scene);
            scene = scene with { SavedAt = scene.Visit.Now };
        }
        return CallEndpoints.Page(await parts.Reader.Read(scene), status);
    }

    private async Task<IResult> Issue(CallScene scene, string? incident)
    {
        if (QuestionMaker.Fault(scene) is { } fault)
        {
            return await Again(scene with { Errors = [fault] }, StatusCodes.Status422UnprocessableEntity);
        }
        var answer = await parts.Sender.Issue(scene);
        if (answer is DeskAnswer.Answered before)
        {
            return SeeOther.To(before.Answer.Body);
        }
        if (answer is not DeskAnswer.Done done)
        {
            return await Again(
                scene with
                {
                    Errors = CallSender.Errors(answer, scene.Guide),
                },
                RefusalStatus.Of(answer)
            );
        }
        return await new IssuedCall(parts).GoOn(scene with { Case = done.Case }, incident);
    }
}
