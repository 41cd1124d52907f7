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
        new("escalate", "Escalate …", "Register the escalation")
        {
            Key = "e",
            Place = ActionPlace.Bar,
            Offered = scene => IsItsOwn(scene) && scene.State.IsLive && NextLevel(scene) is not null,
            Fields = EscalateFields.Of,
            Explains = Told,
            Cite = guide => guide.Ladders is [var ladder, ..] ? ladder.CallBack?.Cite ?? ladder.Cite : null,
            Command = EscalateFields.Command,
            Done = state =>
                state.Escalation is { } one
                    ? $"{state.Reference} is escalated to level {one.Level}"
                    : $"{state.Reference}: the wish to escalate is noted",
        },
        new("call-back", "Called back …", "Keep the call-back")
        {
            Place = ActionPlace.Bar,
            Offered = scene => One(scene)?.CallBack is not null,
            Next = scene => One(scene)?.CallBack is not null,
            Fields = scene =>
                [
                    Ask.Long("text", "How the issue stands, as told to the customer"),
                    .. PlanFields(scene, One(scene)?.Plan is null),
                ],
            Explains = _ => "The call is complete with an update and an agreed communication plan.",
            Cite = CallBackCite,
            Command = (scene, form) =>
                new CallBack(form.Text("text"), form.Maybe("every") is null ? null : Plan(scene, form)),
            Done = state => $"{state.Reference}: called back",
        },
        new("planned-contact", "Planned contact …", "Keep the contact")
        {
            Place = ActionPlace.Bar,
            Offered = scene => One(scene)?.Plan is not null,
            Next = scene => One(scene) is { Plan: not null, CallBack: null } && scene.IsWorked,
            Fields = scene =>
                [
                    Ask.Long("text", "What the customer was told"),
                    Ask.HowItCame([One(scene)?.Plan?.Channel ?? Channel.Phone, .. Others(scene)]),
                ],
            Cite = CallBackCite,
            Command = (_, form) => new RecordPlannedContact(form.Text("text"), Ask.Channel(form)),
            Done = state => $"{state.Reference}: the contact is kept",
        },
        new("engage", "Contact a post …", "Keep the contact")
        {
            Place = ActionPlace.Bar,
            Offered = scene => One(scene) is not null,
            Next = scene => Post(scene) is not null,
            Fields = EngageFields,
            Explains = scene =>
                Post(scene) is { } next
                    ? $"To be contacted: {next.Role.Title}{(next.Role.Contact is { } contact ? $", {contact}" : "")}."
                    : "Bringing in a post inside moves no level; the customer hears of it at the next contact.",
            Cite = guide => guide.Ladders is [var ladder, ..] ? ladder.Cite : null,
            Command = (scene, form) =>
                new Engage
                {
                    Level = form.Number("level") ?? 0,
                    Person = form.Maybe("person"),
                    Channel = Channel.Phone,
                    Outcome = Enum.TryParse<EngagementOutcome>(form.Text("outcome"), out var outcome)
                        ? outcome
                        : EngagementOutcome.Accepted,
                    Text = form.Maybe("text"),
                    Raises = form.All("raises").Count > 0,
                    About = About(scene, form),
                },
            Done = state =>
                state.Escalation?.Owner is { } owner
                    ? $"{state.Reference}: owned by {owner.Name}"
                    : $"{state.Reference}: the contact is noted",
        },
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
                ],
            Cite = guide => guide.Ladders is [var ladder, ..] ? ladder.Cite : null,
            Command = (scene, form) =>
                new EndEscalation(form.Text("reason"), Word<Channel>(form, "told"), Word<RfoState>(form, "rfo"))
                {
                    About = About(scene, form),
                },
            Done = state => $"{state.Reference}: the escalation has ended",
        },
        new("agree-call-back", "Agree a call-back …", "Keep the time")
        {
            Offered = scene => One(scene) is not null && Ladder(scene)?.CallBack is not null,
            Fields = scene => [EscalateFields.CallBack(scene)],
            Cite = CallBackCite,
            Command = (scene, form) =>
                new AgreeCallBack(TypedMoment.Of(scene, form.Text("call-back")) ?? TypedMoment.Wrong),
        },
        new("plan", "Agree a communication plan …", "Keep the plan")
        {
            Offered = scene => One(scene) is not null,
            Fields = scene => PlanFields(scene, needed: true),
            Cite = CallBackCite,
            Command = (scene, form) => new AgreePlan(Plan(scene, form)),
        },
        new("hand-over", "Hand over the escalation …", "Hand it over")
        {
            Offered = scene => One(scene)?.Owner is not null,
            Fields = _ =>
                [
                    Ask.Text("to", "Who owns it from now on"),
                    Ask.One(
                        "told",
                        "How the customer was told",
                        [("Phone", "telephone"), ("Email", "e-mail"), ("InPerson", "in person")]
                    ),
                ],
            Explains = scene => $"{One(scene)?.Owner?.Name} owns it now. The customer is told of the change.",
            Command = (_, form) => new HandOverEscalation(form.Text("to"), Word<Channel>(form, "told")),
            Done = state => $"{state.Reference}: owned by {state.Escalation?.Owner?.Name}",
        },
        new("peer", "Name the customer's executive …", "Keep the name")
        {
            Offered = scene => Executives(scene).Any(),
            Fields = scene =>
                [Ask.Select("level", "Level", Executives(scene)), Ask.Text("peer", "The customer's executive")],
            Command = (_, form) => new NamePeer(form.Number("level") ?? 0, form.Text("peer")),
        },
        new("decision", "Record a decision …", "Keep the decision")
        {
            Offered = scene => Executives(scene).Any(),
            Fields = scene => [Ask.Select("level", "Level", Executives(scene)), Ask.Long("text", "What was decided")],
            Command = (_, form) => new RecordDecision(form.Number("level") ?? 0, form.Text("text")),
        },
        new("ask-to-escalate", "Wishes to escalate, in writing …", "Take it in")
        {
            Offered = scene => scene.State.IsLive && NextLevel(scene) is not null,
            Fields = _ => [Ask.Long("text", "What they wrote"), Ask.HowItCame(Channel.Email, Channel.Portal)],
            Explains = _ =>
                "Enters the next level where the guide lets it begin so; else it is noted and answered with the way to escalate.",
            Command = (_, form) => new AskToEscalate(form.Text("text"), Ask.Channel(form)),
        },
        new("urgency", "Give more urgency …", "Give more urgency")
        {
            Offered = scene =>
                scene is { IsWorked: true, State.Urgency: null, Guide.Urgency: { } rule }
                && rule.By.Contains(scene.Actor.Role),
            Fields = _ =>
                [
                    Ask.Text("justification", "Why"),
                    new("notice", "Notice", FieldType.Many)
                    {
                        Options = [new OptionView("given", "The customer was told that others may wait for it")],
                    },
                ],
            Explains = UrgencyWords.Of,
            Cite = guide => guide.Urgency?.Cite,
            Command = (_, form) => new GrantUrgency(form.Text("justification"), form.All("notice").Count > 0),
        },
    ];

    public static Ladder? Ladder(ActionScene scene) => scene.Guide.LadderOf(scene.State, scene.Found.Now);

    /// <summary>The level that comes next; null: the ladder has none, or there is no ladder.</summary>
    public static Level? NextLevel(ActionScene scene) => Ladder(scene)?.Level((scene.State.Escalation?.Level ?? 0) + 1);

    // What another case's escalation covers is escalated there.
    private static bool IsItsOwn(ActionScene scene) =>
        scene.State is { CoveredBy: null } or { Escalation.IsAsked: true };

    private static Escalation? One(ActionScene scene) => scene.State.Escalation;

    private static NextPost? Post(ActionScene scene) =>
        One(scene) is { } one ? NextPost.Of(scene.Guide, one, scene.Found.Now) : null;

    private static string? CallBackCite(Guide guide) =>
        guide.Ladders.FirstOrDefault(ladder => ladder.CallBack is not null)?.CallBack?.Cite;

    // warned, never stopped.
    private static string? Told(ActionScene scene)
    {
        var early =
            Ladder(scene)?.Precondition == Precondition.Warn
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

    private static IReadOnlyList<FieldView> EngageFields(ActionScene scene)
    {
        var next = Post(scene)?.Level ?? One(scene)?.Level;
        return
        [
            .. Which(scene),
            Ask.Select(
                "level",
                "For which level",
                (Ladder(scene)?.Levels ?? [])
                    .OrderBy(level => level.Number == next ? 0 : level.Number)
                    .Select(level => ($"{level.Number}", $"{level.Name}: {scene.Guide.RoleTitle(level.Role)}"))
            ),
            Ask.Text("person", "Who") with
            {
                Optional = true,
                Hint = "The name; left empty, the post.",
            },
            Ask.One(
                "outcome",
                "What came of it",
                [
                    ("Accepted", "Accepted"),
                    ("Informed", "Informed"),
                    ("NotReached", "Not reached"),
                    ("Declined", "Declined"),
                ]
            ),
            Ask.Text("text", "What was said") with
            {
                Optional = true,
            },
            .. MayRaise(scene)
                ? new[]
                {
                    new FieldView("raises", "Level", FieldType.Many)
                    {
                        Options = [new OptionView("yes", "The case is at this level from now on")],
                        Optional = true,
                    },
                }
                : [],
        ];
    }

    // S-03: by decision of the owner or an executive, and where the guide lets them.
    private static bool MayRaise(ActionScene scene)
    {
        var (one, ladder) = (One(scene), Ladder(scene));
        return one is not null
            && ladder?.Levels.Any(level =>
                level.Number > one.Level && level.Entries.Any(entry => entry is Entry.ByOwner)
            ) == true
            && (
                scene.Actor.Role == one.Owner?.Role
                || ladder.Levels.Any(level => level.Role == scene.Actor.Role && level.Number >= ladder.StickyOwnerLevel)
            );
    }

    // Where several go on, one is chosen; the one that the case is worked by stands first.
    private static IEnumerable<FieldView> Which(ActionScene scene)
    {
        var active = scene.State.Escalations.Where(one => one.IsActive).ToList();
        if (active.Count < 2)
        {
            return [];
        }
        var options = active
            .OrderBy(one => one.Number == One(scene)?.Number ? 0 : one.Number)
            .Select(one => ($"{one.Number}", scene.Guide.Ladder(one.Ladder)?.Name ?? one.Ladder));
        return [Ask.Select("about", "Which escalation", options)];
    }

    private static int? About(ActionScene scene, FormValues form) =>
        form.Number("about") is { } number && number != One(scene)?.Number ? number : null;

    private static IReadOnlyList<FieldView> PlanFields(ActionScene scene, bool needed)
    {
        var usual = scene.Guide.CommunicationPlans.FirstOrDefault(plan => plan.Id == Ladder(scene)?.CommunicationPlan);
        var every = usual?.Interval is Core.Time.Allowance.Elapsed length ? $"{(int)length.Length.TotalMinutes}" : "";
        return
        [
            Ask.Text("every", "A contact every so many minutes") with
            {
                Value = needed ? every : "",
                Optional = !needed,
                Hint = usual?.Content,
            },
            Ask.Text("from", "The first at") with
            {
                Optional = true,
                Hint = $"Like 16:30, {TypedMoment.ZoneOf(scene).Id}; left empty, one interval from now.",
            },
        ];
    }

    private static PlanRequest Plan(ActionScene scene, FormValues form) =>
        new()
        {
            EveryMinutes = form.Maybe("every") is null ? null : form.Number("every") ?? 0,
            From = form.Maybe("from") is { } from ? TypedMoment.Of(scene, from) ?? TypedMoment.Wrong : null,
        };

    private static IEnumerable<Channel> Others(ActionScene scene) =>
        new[] { Channel.Phone, Channel.Email, Channel.InPerson }.Where(channel =>
            channel != (One(scene)?.Plan?.Channel ?? Channel.Phone)
        );

    private static IEnumerable<(string, string)> Executives(ActionScene scene)
    {
        var ladder = Ladder(scene);
        return One(scene) is not { } one || ladder is null
            ? []
            : ladder
                .Levels.Where(level => level.Number > (ladder.StickyOwnerLevel ?? 0))
                .Where(level =>
                    level.Number <= one.Level || one.Engagements.Any(engaged => engaged.Level == level.Number)
                )
                .Select(level => ($"{level.Number}", $"{level.Name}: {scene.Guide.RoleTitle(level.Role)}"));
    }

    private static IEnumerable<(string, string)> Rfo(ActionScene scene)
    {
        (string, string)[] given = scene.State.Rfo is null ? [] : [("Given", "given")];
        (string, string)[] none = scene.Facts.OwesRfo ? [] : [("NotNeeded", "not needed")];
        return [.. given, ("Owed", "owed by the date that the guide names"), .. none];
    }

    private static T? Word<T>(FormValues form, string name)
        where T : struct, Enum => Enum.TryParse<T>(form.Text(name), out var word) && Enum.IsDefined(word) ? word : null;
}
