using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases.Actions;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage;

namespace Rung.Server.Pages.Cases;

/// <summary>Carries out what a form on a case's page asks for.</summary>
internal sealed class CaseSender(ServiceDesk desk, RungDatabase database)
{
    /// <param name="action">Last part of the form's address.</param>
    /// <returns>Null: the page has no such form.</returns>
    public async Task<SentAnswer?> Send(Visit visit, CaseSnapshot found, string action, FormValues form)
    {
        if (Command(visit, found, action, form) is not { } command)
        {
            return null;
        }
        var key = OnceOnly.Key(visit, form.Text("token"));
        if (key is not null && await database.Answers.Find(key) is { } before)
        {
            return new SentAnswer.Done(before.Body, null);
        }
        var reference = found.State.Reference;
        var who = new Requester(visit.Actor)
        {
            Keep = OnceOnly.Keep(key, $"{reference}/{action}", done => After(done, visit.Desk)),
            Draft = action is "reply" or "note" ? DraftKeys.OfCase(reference, action, visit.Actor) : null,
        };
        // What could be chosen when the page was opened may be no answer any more: whoever saw that page is told what happened.
        var seen = form.Number("version") ?? 0;
        if (seen == found.Version && Fault(visit, found, action, form) is { } fault)
        {
            return fault;
        }
        var answer = await desk.Handle(reference, command, who, seen);
        if (answer is DeskAnswer.Stale stale && StaleWords.IsHarmless(stale))
        {
            if (Fault(visit, stale.Case, action, form) is { } late)
            {
                return late;
            }
            answer = await desk.Handle(reference, command, who, stale.Case.Version);
        }
        return Words(answer, visit, found, action);
    }

    // What nobody can choose did not happen either.
    private static SentAnswer.Refused? Fault(Visit visit, CaseSnapshot found, string action, FormValues form)
    {
        var fields =
            ActionMaker.Find(action)?.Fields(new ActionScene(found, visit.Actor) { People = visit.People }) ?? [];
        return form.Fault(fields.Select(field => field with { Form = action })) is { } fault
            ? new SentAnswer.Refused(StatusCodes.Status422UnprocessableEntity, [fault])
            : null;
    }

    /// <summary>What the reply's form asks for.</summary>
    public static SendUpdate Reply(CaseSnapshot found, FormValues form) =>
        new(
            form.Text("text"),
            found.State.Logged.Reporter.Email is null || form.Text("told").Length > 0 ? Channel.Phone : Channel.Email
        );

    private static SentAnswer Words(DeskAnswer answer, Visit visit, CaseSnapshot found, string action) =>
        answer switch
        {
            DeskAnswer.Done done => new SentAnswer.Done(After(done, visit.Desk), Notice(found, done, action)),
            DeskAnswer.Answered answered => new SentAnswer.Done(answered.Answer.Body, null),
            DeskAnswer.Stale stale => new SentAnswer.Refused(
                ProblemKind.Of(RefusalCode.StaleVersion).Status,
                StaleWords.Of(stale)
            ),
            DeskAnswer.Refused { Refusal: var refusal } => new SentAnswer.Refused(
                ProblemKind.Of(refusal.Code).Status,
                [CiteMaker.Of(found.Guide, refusal)]
            ),
            _ => new SentAnswer.Refused(
                StatusCodes.Status409Conflict,
                [new ErrorView("This form was sent before. Open the page anew.")]
            ),
        };

    private static string After(DeskAnswer.Done done, string desk) =>
        Addresses.Case(desk, (done.Next?.Reference ?? done.Case.State.Reference).Text);

    private static string Notice(CaseSnapshot found, DeskAnswer.Done done, string action) =>
        (action, done.Next) switch
        {
            (_, { } next) =>
                $"{done.Case.State.Reference} stays closed; {next.Reference} begins, linked to it, with a fresh clock",
            _ when done.Case.Id != found.Id =>
                $"{found.State.Reference} stays closed; this is on {done.Case.State.Reference}, which goes on with it",
            ("reply", _) => "Sent to the customer",
            ("note", _) => "Note kept inside the desk",
            _ => ActionMaker.Find(action)!.Done(done.Case.State),
        };

    private static CaseCommand? Command(Visit visit, CaseSnapshot found, string action, FormValues form) =>
        action switch
        {
            "reply" => Reply(found, form),
            "note" => new AddNote(form.Text("text")),
            _ => ActionMaker.Find(action)?.Command(new ActionScene(found, visit.Actor), form),
        };
}

/// <summary>What became of a form.</summary>
internal abstract record SentAnswer
{
    private SentAnswer() { }

    /// <param name="Address">The page that follows.</param>
    public sealed record Done(string Address, string? Notice) : SentAnswer;

    public sealed record Refused(int Status, IReadOnlyList<ErrorView> Errors) : SentAnswer;
}
