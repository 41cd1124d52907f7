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
                    Level = form.Number("level") ?? 0,
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
                    About = EscalationActions.About(scene, form),
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
            Command = (_, form) => new NamePeer(form.Number("level") ?? 0, form.Text("peer")),
        };

    public static CaseAction Deciding =>
        new("decision", "Record a decision …", "Keep the decision")
        {
            Offered = scene => Executives(scene).Any(),
            Fields = scene => [Ask.Select("level", "Level", Executives(scene)), Ask.Long("text", "What was decided")],
            Command = (_, form) => new RecordDecision(form.Number("level") ?? 0, form.Text("text")),
        };

    private static NextPost? Post(ActionScene scene) =>
        EscalationActions.One(scene) is { } one ? NextPost.Of(scene.Guide, one, scene.Found.Now) : null;

    private static IReadOnlyList<FieldView> EngageFields(ActionScene scene)
    {
        var next = Post(scene)?.Level ?? EscalationActions.One(scene)?.Level;
        return
        [
            .. EscalationActions.Which(scene),
            Ask.Select(
                "level",
                "For which level",
                (scene.Ladder?.Levels ?? [])
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
    }

    // S-03: by decision of the owner or an executive, and where the guide lets them.
    private static bool MayRaise(ActionScene scene)
    {
        var (one, ladder) = (EscalationActions.One(scene), scene.Ladder);
        return one is not null
            && ladder?.Levels.Any(level =>
                level.Number > one.Level && level.Entries.Any(entry => entry is Entry.ByOwner)
            ) == true
            && (
                scene.Actor.Role == one.Owner?.Role
                || ladder.Levels.Any(level => level.Role == scene.Actor.Role && level.Number >= ladder.StickyOwnerLevel)
            );
    }

    private static IEnumerable<(string, string)> Executives(ActionScene scene)
    {
        var ladder = scene.Ladder;
        return EscalationActions.One(scene) is not { } one || ladder is null
            ? []
            : ladder
                .Levels.Where(level => level.Number > (ladder.StickyOwnerLevel ?? 0))
                .Where(level =>
                    level.Number <= one.Level || one.Engagements.Any(engaged => engaged.Level == level.Number)
                )
                .Select(level => ($"{level.Number}", $"{level.Name}: {scene.Guide.RoleTitle(level.Role)}"));
    }
}
