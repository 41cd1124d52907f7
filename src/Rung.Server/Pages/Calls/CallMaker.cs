using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Calls;

/// <summary>The page of a call from what is known of it.</summary>
internal static class CallMaker
{
    public static CallView Of(CallScene scene, FrameView frame)
    {
        var preview = scene.Case is null ? LoggingPreview.Of(scene.Guide, scene.Command, scene.Visit.Now) : null;
        var desk = scene.Visit.Desk;
        return new CallView
        {
            Frame = frame,
            Post =
                scene.Mail is { } mail ? $"{Addresses.Mail(desk, mail.Kept.Id)}/log"
                : scene.Case is { } known ? Addresses.Call(desk, known.State.Reference.Text)
                : Addresses.NewCall(desk),
            BeganMs = (
                scene.Case?.State.Logged.ReceivedAt ?? scene.Form.Began(scene.Visit.Now)
            ).ToUnixTimeMilliseconds(),
            SavedMs = scene.SavedAt?.ToUnixTimeMilliseconds(),
            Caller = CallerMaker.Of(scene),
            Stop = scene.IsStopped ? Stop(scene) : null,
            HandOvers = scene.Case is null && scene.Mail is null && !scene.IsStopped ? [.. HandedOver(scene)] : [],
            Questions = [.. QuestionMaker.Questions(scene)],
            Extras = [.. QuestionMaker.Extras(scene, preview)],
            Resolution = scene.Form.Values.Fill(new FieldView("resolution", "What solved it?", FieldType.Long)),
            ReadBack = ReadBackMaker.Of(scene, preview),
            Checklist = [.. ChecklistMaker.Of(scene, preview)],
            Reported = ReportedMaker.Of(scene),
            Case = scene.Case is { } found
                ? new CaseLinkView(
                    found.State.Reference.Text,
                    Addresses.Case(desk, found.State.Reference.Text),
                    (int)found.Version
                )
                : null,
            Blocked = Blocked(scene, preview),
            Errors = scene.Errors,
            Left = scene.LeftAt is { } left ? Left(left, scene) : null,
        };
    }

    private static IReadOnlyList<string> Blocked(CallScene scene, LoggingPreview? preview)
    {
        if (scene.Case is { } known)
        {
            var missing = IntakeCheck
                .Missing(known.Guide, known.State.Logged.Kind, known.State.Services, known.State.Answers)
                .Select(point => point.Ask)
                .ToList();
            var needsPriority =
                known.State.Priority is null
                && scene.Form.Priority is null
                && known.Guide.Kind(known.State.Logged.Kind)?.Handling != KindHandling.Complaint;
            return missing.Count > 0 ? [$"Still open: {string.Join(" · ", missing)}"]
                : needsPriority ? ["Choose a priority under “More about this call”."]
                : [];
        }
        return !scene.IsPicked ? [Who(scene)]
            : preview?.Refusal is { } refusal && !scene.IsStopped ? [refusal.Sentence]
            : [];
    }

    /// <summary>What is said while nobody is picked.</summary>
    public static string Who(CallScene scene) =>
        scene.Mail is null ? "Say who is calling first." : "Say first whom the case is for.";

    private static AdviceView Left(Instant began, CallScene scene)
    {
        var at = MomentWords.Near(began, scene.Visit.Now, scene.Visit.Zone);
        return new AdviceView(
            $"You began a call {at} and it has no reference yet.",
            "Go on with it",
            $"{Addresses.NewCall(scene.Visit.Desk)}?call=kept"
        );
    }

    private static IEnumerable<HandOverView> HandedOver(CallScene scene)
    {
        var due = HandOvers.OfKind(scene.Guide, scene.Kind);
        return HandOvers
            .Of(scene.Guide)
            .OrderBy(route => route != due)
            .Select(route => new HandOverView(
                NewCall.HandOver + route.Id,
                route.Name,
                route.Note,
                HandOvers.Say(scene.Guide, route, scene.Visit.Now),
                CiteMaker.Of(scene.Guide, route.Cite),
                route == due
            ));
    }

    private static StopView Stop(CallScene scene)
    {
        var (guide, own) = (scene.Guide, scene.Customer!.FirstLine!);
        var cite = CiteMaker.Of(guide, guide.FirstLine?.Cite ?? guide.Desk.Cite);
        var say = guide.FirstLine?.Say ?? "Please contact your own service desk first.";
        return new StopView(scene.Customer.Name, own.Name, own.Phone, SideMaker.PhoneHref(own.Phone), say, cite);
    }
}
