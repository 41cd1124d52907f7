using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>The customer turned to a manager instead of the desk. SMC-16.</summary>
internal static class ApproachActions
{
    public static CaseAction Noting =>
        new("note-approach", "Turned to a manager directly …", "Note it and lead them back")
        {
            Offered = scene => scene.State.IsLive && Posts(scene).Count > 0,
            Fields = scene =>
                [
                    Ask.Select("role", "Whom they turned to", Posts(scene)),
                    Ask.Text("person", "Who") with
                    {
                        Optional = true,
                        Hint = "The name; left empty, the post. The customer reads it.",
                    },
                    Ask.Text("from", "Who turned to them") with
                    {
                        Value = scene.State.Logged.Reporter.ContactName,
                    },
                    Ask.HowItCame(
                        TakesMail(scene)
                            ? [Channel.Phone, Channel.InPerson]
                            : [Channel.Phone, Channel.Email, Channel.InPerson]
                    ),
                    Ask.Long("text", "What they wanted") with
                    {
                        Hint = "The customer reads this.",
                    },
                ],
            Explains = scene =>
                "They are told how to escalate. No level is entered before they do."
                + (TakesMail(scene) ? " A mail to one of them is a request to escalate: register that as one." : ""),
            Cite = guide => guide.Ladders is [var ladder, ..] ? ladder.Cite : null,
            Command = (_, form) =>
                new NoteApproach(form.Text("role"), form.Text("text"))
                {
                    Person = form.Maybe("person"),
                    From = form.Maybe("from"),
                    Channel = Ask.Channel(form),
                },
            Done = state => $"{state.Reference}: the approach is noted, and they are told how to escalate",
        };

    // where their levels begin by mail, a mail to their mailboxes is a request and no way around the desk.
    private static bool TakesMail(ActionScene scene) =>
        scene
            .Ladders.SelectMany(GuidedLadder.PostsAbove)
            .SelectMany(level => level.Entries)
            .OfType<Entry.ByRequest>()
            .Any(entry => entry.Channels.Contains(Channel.Email));

    // Whoever acts as one of them notes it for themselves.
    private static List<(string, string)> Posts(ActionScene scene) =>
        [
            .. scene
                .Ladders.SelectMany(GuidedLadder.PostsAbove)
                .Select(level => level.Role)
                .Distinct()
                .OrderBy(role => role == scene.Actor.Role ? 0 : 1)
                .Select(role => (role, scene.Guide.RoleTitle(role))),
        ];
}
