using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Complaints;

/// <summary>The clocks of complaints: each step of the guide's complaint process is a target of its own. ESS-92, A-20.</summary>
public static class ComplaintClocks
{
    private const string Prefix = "complaint-";

    /// <summary>The targets that a case of this kind is measured by: a complaint only by the steps of its process .</summary>
    public static IReadOnlyList<Target> TargetsOf(this Guide guide, string? kind) =>
        guide.IsComplaint(kind) ? guide.ComplaintTargets() : guide.Targets;

    /// <summary>The steps of the complaint process as targets, in the guide's order.</summary>
    public static IReadOnlyList<Target> ComplaintTargets(this Guide guide) =>
        [.. (guide.Complaints?.Stages ?? []).Select(Of)];

    /// <summary>The guide's target or step of this id; null: it has none.</summary>
    public static Target? FindTarget(this Guide guide, string id) =>
        guide.Targets.FirstOrDefault(target => target.Id == id)
        ?? guide.ComplaintTargets().FirstOrDefault(target => target.Id == id);

    /// <summary>The step that a target was made of; null: it is no step.</summary>
    public static ComplaintStage? StageOf(this Guide guide, string target) =>
        guide.Complaints?.Stages.FirstOrDefault(stage => IdOf(stage) == target);

    /// <summary>Whether cases of this kind are complaints; false for null and for a kind that the guide does not know.</summary>
    public static bool IsComplaint(this Guide guide, string? kind) =>
        guide.Kind(kind)?.Handling == KindHandling.Complaint;

    /// <summary>Whether a case was logged as one: it has what only complaints have, and keeps that whatever its guide says later.</summary>
    public static bool IsComplaint(this CaseLogged logged) => logged.Complaint is not null;

    /// <summary>Id of the step's target, such as <c>complaint-respond</c>.</summary>
    public static string IdOf(ComplaintStage stage) => Prefix + stage.Id;

    private static Target Of(ComplaintStage stage) =>
        new(
            IdOf(stage),
            stage.Name,
            TargetRole.Respond,
            stage.When,
            [new TargetTime(When.Everything, stage.Within, stage.Calendar, stage.Cite)],
            new ClockRule
            {
                Calendar = stage.Calendar,
                StartsOn = [CaseMoment.ReferenceIssued],
                StopsOn = Stops(stage),
                Counting = stage.Clock == StageClock.Statutory ? Counting.ByLaw : Counting.ByTheGuide,
            },
            stage.Cite
        )
        {
            // What the guide puts as an aim; what the law sets is no aim.
            Firmness = stage.Clock == StageClock.Statutory ? Firmness.Firm : Firmness.Aim,
        };

    // Whoever has the answer knows that the complaint has arrived.
    private static IReadOnlyList<CaseMoment> Stops(ComplaintStage stage) =>
        (stage.MetBy, stage.HoldingReply) switch
        {
            (StageMetBy.Acknowledgement, _) =>
            [
                CaseMoment.ComplaintAcknowledged,
                CaseMoment.HoldingReplied,
                CaseMoment.ComplaintAnswered,
            ],
            (_, Permission.Yes) => [CaseMoment.HoldingReplied, CaseMoment.ComplaintAnswered],
            _ => [CaseMoment.ComplaintAnswered],
        };
}
