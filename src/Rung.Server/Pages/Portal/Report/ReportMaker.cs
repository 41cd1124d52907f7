using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>The pages of a report from what was answered so far.</summary>
internal static class ReportMaker
{
    public static ReportStartView Start(
        PortalVisitor visitor,
        IReadOnlyList<(CallScene Scene, Instant SavedAt)> begun,
        IReadOnlyList<KnownProblemView> known
    )
    {
        var (guide, desk) = (visitor.Visit.Guide, visitor.Desk);
        var scene = ReportDesk.Scene(visitor, CallForm.Begun(visitor.Visit.Now));
        return new ReportStartView(PortalFrames.Of(visitor), PortalAddresses.Report(desk))
        {
            Known = known,
            Begun = [.. begun.Select(one => Begun(visitor, one.Scene, one.SavedAt))],
            OwnDesk = scene.IsStopped ? OwnDesk(visitor) : null,
            OtherWays = scene.Bars is { } contract ? OtherWays(guide, contract) : null,
            IsShut = !ReportServices.Any(visitor),
            HasOther = ReportFields.Kinds(scene).Options.Count > 0,
            Elsewhere = [.. ReportServices.Elsewhere(visitor), .. HandedOver(guide)],
        };
    }

    /// <returns>Null: there is no such question.</returns>
    public static ReportStepView? Step(PortalVisitor visitor, CallScene scene, string id)
    {
        var steps = ReportSteps.Of(visitor, scene);
        if (steps.Find(id) is not { } step)
        {
            return null;
        }
        var (desk, report) = (visitor.Desk, ReportForm.Id(scene.Form));
        var isChange = visitor.Visit.Query("change") is not null;
        var back =
            isChange ? PortalAddresses.ReportCheck(desk, report)
            : steps.Before(step) is { } before ? PortalAddresses.ReportStep(desk, report, before.Id)
            : PortalAddresses.Report(desk);
        return new ReportStepView(PortalFrames.Of(visitor), PortalAddresses.ReportStep(desk, report, id), back)
        {
            Progress = $"Question {steps.Number(step)} of {steps.All.Count}",
            Fields = step.Fields,
            IsChange = isChange,
            Elsewhere =
                id == ReportFields.Service ? ReportServices.Elsewhere(visitor)
                : id == ReportFields.Kind ? [.. HandedOver(scene.Guide)]
                : [],
            Triage = id == LastInWords(steps) ? Triage(scene) : null,
            FittingHref = step.Fields.Any(field => field.Type == FieldType.Long)
                ? PortalAddresses.Fitting(desk, report)
                : null,
        };
    }

    /// <summary>The page after a question.</summary>
    public static string After(PortalVisitor visitor, CallScene scene, string id, bool isChange)
    {
        var (steps, report) = (ReportSteps.Of(visitor, scene), ReportForm.Id(scene.Form));
        var number = steps.Number(steps.Find(id)!);
        var next = isChange ? steps.FirstOpen : steps.All.Skip(number).FirstOrDefault();
        return next is null
            ? PortalAddresses.ReportCheck(visitor.Desk, report)
            : PortalAddresses.ReportStep(visitor.Desk, report, next.Id);
    }

    public static ReportCheckView Check(PortalVisitor visitor, CallScene scene, IReadOnlyList<ErrorView> errors)
    {
        var (guide, desk, report) = (visitor.Visit.Guide, visitor.Desk, ReportForm.Id(scene.Form));
        var steps = ReportSteps.Of(visitor, scene);
        var faults = ReportFaults.Of(visitor, scene);
        var preview = LoggingPreview.Of(guide, faults.Rest.Command, visitor.Visit.Now);
        var outlook = OutlookMaker.Of(guide, preview.State, preview.Clocks, visitor.Visit.Now);
        return new ReportCheckView(
            PortalFrames.Of(visitor),
            PortalAddresses.ReportCheck(desk, report),
            PortalAddresses.ReportStep(desk, report, steps.All[^1].Id)
        )
        {
            Answers =
            [
                .. steps.All.SelectMany(step =>
                    step.Fields.Select(field => new AnsweredView(
                        field.Label,
                        ReportFields.Words(field) is { Length: > 0 } words ? words : "Not answered",
                        $"{PortalAddresses.ReportStep(desk, report, step.Id)}?change=yes"
                    ))
                ),
            ],
            Further = steps.Further,
            Seen = ReportForm.Seen(scene.Form),
            Outlook = outlook,
            Ring = OutlookMaker.Ring(guide, preview.State),
            RingCite = outlook.Cite,
            Errors =
                faults.Errors.Count > 0 ? faults.Errors
                : errors.Count == 0 && preview.Refusal is { } refusal ? [CiteMaker.Of(guide, refusal)]
                : errors,
        };
    }

    public static ReportSentView Sent(PortalVisitor visitor, CaseSnapshot found) =>
        new(
            PortalFrames.Of(visitor),
            found.State.Reference.Text,
            OutlookMaker.Of(found.Guide, found.State, found.Clocks, found.Now)
        )
        {
            CaseHref = PortalAddresses.Case(visitor.Desk, found.State.Reference.Text),
            WrittenTo = found.State.Logged.Reporter.Email,
            Ring = OutlookMaker.Ring(found.Guide, found.State),
        };

    private static PortalLink Begun(PortalVisitor visitor, CallScene scene, Instant savedAt)
    {
        var services = scene.Form.Services.Select(scene.Guide.Service).OfType<Service>().Select(one => one.Name);
        var about = string.Join(", ", services);
        var when = PortalMoments.InFull(savedAt, scene.Guide.DeskCalendar.Zone);
        return new PortalLink(
            $"{(about.Length > 0 ? about : "Nothing chosen yet")}, {when}",
            PortalAddresses.ReportCheck(visitor.Desk, ReportForm.Id(scene.Form))
        );
    }

    private static OwnDeskView OwnDesk(PortalVisitor visitor)
    {
        var (guide, own) = (visitor.Visit.Guide, visitor.Customer.FirstLine!);
        var say = guide.FirstLine?.Say ?? "Please contact your own service desk first.";
        return new OwnDeskView(own.Name, own.Phone, say, CiteMaker.Of(guide, guide.FirstLine?.Cite ?? guide.Desk.Cite));
    }

    private static OtherWaysView OtherWays(Guide guide, Contract contract) =>
        new(contract.Name, RouteMaker.Support(guide, contract), CiteMaker.Of(guide, contract.Cite ?? guide.Desk.Cite));

    // What another team takes is asked for there. ESS-12.
    private static IEnumerable<ContactWayView> HandedOver(Guide guide) =>
        guide
            .Kinds.Where(kind => kind.Handling == KindHandling.HandOver)
            .Select(kind => guide.Routes.FirstOrDefault(route => route.Id == kind.HandOverRoute))
            .OfType<Route>()
            .Distinct()
            .Select(route => RouteMaker.Of(guide, route));

    private static string? LastInWords(ReportSteps steps) =>
        steps.All.LastOrDefault(step => step.Fields.Any(field => field.Type == FieldType.Long))?.Id;

    private static string? Triage(CallScene scene)
    {
        var said = scene
            .Form.Services.Select(scene.Guide.Service)
            .OfType<Service>()
            .Select(service => ServiceHints.Triage(scene.Customer, service))
            .OfType<string>()
            .ToList();
        return scene.Kind != CaseKind.Fault || said.Count == 0 ? null : string.Join(" ", said);
    }
}
