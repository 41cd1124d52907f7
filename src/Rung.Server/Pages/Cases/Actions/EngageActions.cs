using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>Who of the provider is brought into an escalation, and what those at its upper levels do.</summary>
internal static class EngageActions
{
    public static CaseAction Engaging =>
        new("engage", "Contact a post …", "Keep the contact")
        {
            Place = ActionPlace.Bar,
            Offered = scene => EscalationActions.One(scene) is not null,
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
                    Level = Climbing.Chosen(scene, form, "level").Number,
                    Person = form.Maybe("person"),
                    Channel = Ask.Channel(form),
                    Outcome = Enum.TryParse<EngagementOutcome>(form.Text("outcome"), out var outcome)
                        ? outcome
                        : EngagementOutcome.Accepted,
                    ContactedAt = form.Maybe("contacted") is { } when
                        ? TypedMoment.Before(scene, when) ?? TypedMoment.Wrong
                        : null,
                    Text = form.Maybe("text"),
                    Raises = form.All("raises").Count > 0,
                    About = Climbing.Chosen(scene, form, "level").About,
                },
            Done = state =>
                state.Escalation?.Owner is { } owner
                    ? $"{state.Reference}: owned by {owner.Name}"
                    : $"{state.Reference}: the contact is noted",
        };

    public static CaseAction NamingPeer =>
        new("peer", "Name the customer's executive …", "Keep the name")
        {
            Offered = scene => Executives(scene).Any(),
            Fields = scene =>
                [Ask.Select("level", "Level", Executives(scene)), Ask.Text("peer", "The customer's executive")],
            Command = (scene, form) =>
            {
                var (level, about) = Climbing.Chosen(scene, form, "level");
                return new NamePeer(level, form.Text("peer")) { About = about };
            },
        };

    public static CaseAction Deciding =>
        new("decision", "Record a decision …", "Keep the decision")
        {
            Offered = scene => Executives(scene).Any(),
            Fields = scene => [Ask.Select("level", "Level", Executives(scene)), Ask.Long("text", "What was decided")],
            Command = (scene, form) =>
            {
                var (level, about) = Climbing.Chosen(scene, form, "level");
                return new RecordDecision(level, form.Text("text")) { About = about };
            },
        };

    private static NextPost? Post(ActionScene scene) =>
        EscalationActions.One(scene) is { } one ? NextPost.Of(scene.Guide, one, scene.Found.Now) : null;

    private static IReadOnlyList<FieldView> EngageFields(ActionScene scene) =>
        [
            Ask.Select(
                "level",
                "For which level",
                Climbing.Levels(
                    scene,
                    (one, ladder) => ladder.Levels.OrderBy(level => level.Number == Next(scene, one) ? 0 : level.Number)
                )
            ),
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
            Ask.Text("person", "Who, by name") with
            {
                Optional = true,
                Hint =
                    "Needed where they accepted, unless it is you who holds the post; else left empty it is the post.",
            },
            Ask.HowItCame(Channel.Phone, Channel.Email, Channel.InPerson),
            Ask.Text("contacted", "When they were contacted") with
            {
                Optional = true,
                Hint =
                    $"Like 16:30, the last time that it was so late in {TypedMoment.ZoneOf(scene).Id}, or 2027-03-28 04:00; left empty, now.",
            },
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

    private static int Next(ActionScene scene, Escalation one) =>
        NextPost.Of(scene.Guide, one, scene.Found.Now)?.Level ?? one.Level;

    // S-03: by decision of the owner or an executive, and where the guide lets them.
    private static bool MayRaise(ActionScene scene) => Climbing.Active(scene).Any(one => MayRaise(scene, one));

    private static bool MayRaise(ActionScene scene, Escalation one) =>
        scene.Guide.Ladder(one.Ladder) is { } ladder
        && ladder.Levels.Any(level => level.Number > one.Level && level.Entries.Any(entry => entry is Entry.ByOwner))
        && (
            scene.Actor.Role == one.Owner?.Role
            || ladder.Levels.Any(level => level.Role == scene.Actor.Role && level.Number >= ladder.StickyOwnerLevel)
        );

    private static IEnumerable<(string, string)> Executives(ActionScene scene) =>
        Climbing.Levels(
            scene,
            (one, ladder) => BroughtIn(one, ladder).Where(level => ladder.IsAboveOwner(level.Number))
        );

    /// <summary>The levels whose post was brought in: by the customer's call, or inside.</summary>
    public static IEnumerable<Level> BroughtIn(Escalation one, Ladder ladder) =>
        ladder.Levels.Where(level =>
            level.Number <= one.Level || one.Engagements.Any(engaged => engaged.Level == level.Number)
        );
}
