using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>Escalating while the customer speaks, and all that follows. ESS-79 to ESS-84, SMC-04 to SMC-39.</summary>
internal static class EscalationActions
{
    public static IReadOnlyList<CaseAction> All { get; } =
    [
        Escalating,
        ContactActions.CalledBack,
        ContactActions.Contacting,
        EngageActions.Engaging,
        Ending,
        ContactActions.AgreeingCallBack,
        ContactActions.Planning,
        HandingOver,
        EngageActions.NamingPeer,
        EngageActions.Deciding,
        Asking,
        ApproachActions.Noting,
        UrgencyActions.Giving,
    ];

    private static CaseAction Escalating =>
        new("escalate", "Escalate …", "Register the escalation")
        {
            Key = "e",
            Place = ActionPlace.Bar,
            Offered = scene => IsItsOwn(scene) && scene.State.IsLive && scene.OpenLadders.Count > 0,
            Fields = EscalateFields.Of,
            Explains = Told,
            Cite = guide => guide.Ladders is [var ladder, ..] ? ladder.CallBack?.Cite ?? ladder.Cite : null,
            Command = EscalateFields.Command,
            Done = state =>
                state.Escalation is { } one
                    ? $"{state.Reference} is escalated to level {one.Level}"
                    : $"{state.Reference}: the wish to escalate is noted",
        };

    private static CaseAction Ending =>
        new("end-escalation", "End the escalation …", "End the escalation")
        {
            Place = ActionPlace.Bar,
            Offered = scene => One(scene) is not null,
            Next = scene => One(scene) is not null && scene.State.IsResolved,
            Fields = scene =>
                [
                    .. Which(scene),
                    Ask.Long("reason", "Why it ends") with
                    {
                        Hint = "The customer reads this.",
                    },
                    Ask.One(
                        "told",
                        "How the customer was told",
                        [("Phone", "telephone"), ("Email", "e-mail"), ("InPerson", "in person")]
                    ),
                    Ask.One("rfo", "Reason for outage", Rfo(scene)),
                    Ask.Text("rfo-due", "Owed by") with
                    {
                        Optional = true,
                        Hint =
                            $"As agreed with the customer, like 2027-03-28 16:30, {TypedMoment.ZoneOf(scene).Id}; left empty, the date that the guide names, if it names one.",
                    },
                ],
            Cite = guide => guide.Ladders is [var ladder, ..] ? ladder.Cite : null,
            Command = (scene, form) =>
                new EndEscalation(form.Text("reason"), Word<Channel>(form, "told"), Word<RfoState>(form, "rfo"))
                {
                    About = About(scene, form),
                    RfoDue = form.Maybe("rfo-due") is { } due ? TypedMoment.Of(scene, due) ?? TypedMoment.Wrong : null,
                },
            Done = state => $"{state.Reference}: the escalation has ended",
        };

    private static CaseAction HandingOver =>
        new("hand-over", "Hand over the escalation …", "Hand it over")
        {
            Offered = scene => Climbing.Active(scene).Any(one => one.Owner is not null),
            Fields = scene =>
                [
                    .. Which(scene),
                    Ask.Text("to", "Who owns it from now on"),
                    Ask.One(
                        "told",
                        "How the customer was told",
                        [("Phone", "telephone"), ("Email", "e-mail"), ("InPerson", "in person")]
                    ),
                ],
            Explains = scene =>
                $"{string.Join(", ", Climbing.Active(scene).Select(one => one.Owner?.Name).OfType<string>().Distinct())} owns it now. The customer is told of the change.",
            Command = (scene, form) =>
                new HandOverEscalation(form.Text("to"), Word<Channel>(form, "told")) { About = About(scene, form) },
            Done = state => $"{state.Reference}: owned by {state.Escalation?.Owner?.Name}",
        };

    private static CaseAction Asking =>
        new("ask-to-escalate", "Wishes to escalate, in writing …", "Take it in")
        {
            Offered = scene => scene.State.IsLive && scene.OpenLadders.Count > 0,
            Fields = scene =>
                [
                    Ask.Long("text", "What they wrote"),
                    Ask.HowItCame(Channel.Email, Channel.Portal),
                    .. AboutWhat(scene),
                ],
            Explains = _ =>
                "Enters the next level where the guide lets it begin so; else it is noted and answered with the way to escalate.",
            Command = (scene, form) =>
                new AskToEscalate(form.Text("text"), Ask.Channel(form))
                {
                    Ladder = form.Maybe("ladder") ?? Only(scene),
                },
        };

    private static string? Only(ActionScene scene) => scene.OpenLadders is [var only] ? only.Ladder.Id : null;

    // ESS-85: about the case, or about the service as a whole.
    private static IEnumerable<FieldView> AboutWhat(ActionScene scene) =>
        scene.OpenLadders is { Count: > 1 } open
            ? [Ask.One("ladder", "What it is about", open.Select(one => (one.Ladder.Id, one.Ladder.Name)))]
            : [];

    public static Escalation? One(ActionScene scene) => scene.State.Escalation;

    // What another case's escalation covers is escalated there.
    private static bool IsItsOwn(ActionScene scene) =>
        scene.State is { CoveredBy: null } or { Escalation.IsAsked: true };

    // A-18: warned, never stopped.
    private static string? Told(ActionScene scene)
    {
        var early =
            scene.Ladder?.Precondition == Precondition.Warn
            && scene.Found.Clocks.All(clock => !clock.IsMissed || clock.Target.Firmness == Firmness.Aim);
        var opening = scene.Guide.DeskCalendar.NextOpening(scene.Found.Now);
        var later =
            opening.Ok && opening.Value > scene.Found.Now
                ? $"Takes effect {MomentWords.Near(opening.Value, scene.Found.Now, scene.Guide.DeskCalendar.Zone)}."
                : "";
        string[] words = [early ? "No target is used up yet: that is noted, and stops nothing." : "", later];
        var all = string.Join(' ', words.Where(word => word.Length > 0));
        return all.Length == 0 ? "The priority and its target stay as they are." : all;
    }

    // Where several go on, one is chosen; the one that the case is worked by stands first.
    public static IEnumerable<FieldView> Which(ActionScene scene, Func<Escalation, bool>? meant = null)
    {
        var active = Climbing.Active(scene);
        if (active.Count < 2)
        {
            return [];
        }
        var options = active
            .Where(meant ?? (_ => true))
            .Select(one => ($"{one.Number}", scene.Guide.Ladder(one.Ladder)?.Name ?? one.Ladder));
        return [Ask.Select("about", "Which escalation", options)];
    }

    public static int? About(ActionScene scene, FormValues form) => Other(scene, form.Number("about"));

    /// <summary>The number of an escalation that the case is not worked by; null: it is.</summary>
    public static int? Other(ActionScene scene, int? number) => number == One(scene)?.Number ? null : number;

    private static IEnumerable<(string, string)> Rfo(ActionScene scene)
    {
        (string, string)[] given = MayBeGiven(scene) ? [("Given", "given")] : [];
        (string, string)[] none = scene.Facts.OwesRfo ? [] : [("NotNeeded", "not needed")];
        return [.. given, ("Owed", "owed by a date"), .. none];
    }

    // Where the escalation covers others it may be written on one of them.
    private static bool MayBeGiven(ActionScene scene) =>
        scene.State.Rfo is not null
        || (
            !scene.Facts.OwesRfo && Climbing.Active(scene).Any(one => one.Covers.Any(covered => covered.Until is null))
        );

    public static T? Word<T>(FormValues form, string name)
        where T : struct, Enum => Enum.TryParse<T>(form.Text(name), out var word) && Enum.IsDefined(word) ? word : null;
}
