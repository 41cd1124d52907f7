using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Cases.Actions;
using Rung.Server.Pages.Forms;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>What else can become of a mail, besides being logged.</summary>
internal static class MailActions
{
    public const string Attach = "attach";
    public const string Move = "move";

    /// <summary>They ask how things stand. ESS-78</summary>
    public const string Question = "question";
    public const string HandOver = "hand-over";
    public const string Discard = "discard";
    public const string Restore = "restore";
    public const string Retry = "retry";

    /// <summary>What a mail is that is entered on a case; the first is marked.</summary>
    public static FieldView As(Gist gist)
    {
        (string, string)[] all = [("answer", "What they say"), (Question, "They ask how things stand")];
        return Ask.One("as", "What it is", gist == Gist.AsksForNews ? Enumerable.Reverse(all) : all);
    }

    /// <summary>A place as the form sends it.</summary>
    public static string Place(string desk, string address) => $"{desk} {address}";

    public static IReadOnlyList<ActionView> Of(MailScene scene, string here) =>
        [.. Offered(scene, here).Select(action => Opened(action, scene.Open))];

    private static IEnumerable<ActionView> Offered(MailScene scene, string here) =>
        scene.Mail.State switch
        {
            InboundState.Unlogged =>
            [
                Attaching(scene, here),
                Moving(scene, here),
                .. HandingOver(scene, here),
                Discarding(here),
            ],
            InboundState.SetAside => [Discarding(here), Once(here, Retry, "Try again")],
            InboundState.LeftAlone => [Once(here, Restore, "Restore")],
            _ => [],
        };

    private static ActionView Attaching(MailScene scene, string here) =>
        Make(here, Attach, "Enter on a case", "e") with
        {
            Fields =
            [
                Ask.Text("reference", "Reference of the case") with
                {
                    Value = Hint(scene) ?? "",
                },
                As(scene.Gist),
            ],
            Explains =
                "What they say counts from when it came: it ends a hold, sends a resolved case back, and on a closed case begins the next. A question ends nothing.",
            Submit = "Enter it",
        };

    private static ActionView Moving(MailScene scene, string here) =>
        Make(here, Move, "Move", "v") with
        {
            Fields = [Ask.Select("place", "To", scene.Places.Select(place => Option(scene, place)))],
            Explains = "When it was received stays as it is.",
            Submit = "Move it",
        };

    private static IEnumerable<ActionView> HandingOver(MailScene scene, string here)
    {
        var routes = HandOvers.Of(scene.Visit.Guide);
        if (routes.Count == 0)
        {
            return [];
        }
        var handing = Make(here, HandOver, "Hand over", "h") with
        {
            Fields =
            [
                Ask.One("route", "To", routes.Select(route => (route.Id, route.Name))),
                Ask.Long("note", "What the team should know besides") with
                {
                    Optional = true,
                },
            ],
            Explains =
                "The team gets it by mail, word for word, with its attachments and when it came; the sender is told so. No case, no clock.",
            Submit = "Hand it over",
        };
        return [handing];
    }

    private static ActionView Discarding(string here) =>
        Make(here, Discard, "No case", "x") with
        {
            Fields = [Ask.Long("reason", "Why is it no case?")],
            Explains = "It is kept under “Left alone” and can be restored.",
            Submit = "Leave it alone",
        };

    // Without a question: what is pressed is done.
    private static ActionView Once(string here, string id, string label) =>
        Make(here, id, label, "t") with
        {
            Place = ActionPlace.Next,
        };

    private static ActionView Make(string here, string id, string label, string key) =>
        new(id, label, ActionPlace.Bar)
        {
            Key = key,
            Post = $"{here}/{id}",
            OpenHref = $"{here}?do={id}",
            Submit = label,
        };

    private static ActionView Opened(ActionView action, OpenForm? open)
    {
        List<FieldView> fields = [.. action.Fields.Select(field => field with { Form = action.Id })];
        if (open?.Id != action.Id)
        {
            return action with { Fields = fields };
        }
        return action with
        {
            Fields = open.Typed is { } typed ? [.. fields.Select(typed.Fill)] : fields,
            Open = fields.Count > 0 || open.Errors.Count > 0,
            Errors = fields is [var first, ..]
                ? [.. open.Errors.Select(one => one with { FieldId = first.ElementId })]
                : open.Errors,
        };
    }

    private static (string, string) Option(MailScene scene, Rung.Server.Desk.Mails.MailPlace place)
    {
        var desk = place.Desk == scene.Mail.Desk ? "" : $"{place.Guide.Desk.Name}: ";
        return (Place(place.Desk, place.Address), $"{desk}{place.Route.Name} ({place.Address})");
    }

    private static string? Hint(MailScene scene) => scene.Read?.Suggestion.Named?.Text;
}
