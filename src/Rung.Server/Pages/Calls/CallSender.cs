using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Drafts;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Pages.Calls;

/// <summary>Carries out what the buttons of a call ask for.</summary>
internal sealed class CallSender(ServiceDesk desk, HandingOver handing, RungDatabase database)
{
    /// <summary>Keeps a call that has no reference yet.</summary>
    public Task Keep(CallScene scene) =>
        database.Drafts.Save(
            new Draft(DraftKeys.OfNewCall(scene.Visit.Desk, scene.Visit.Actor), scene.Form.Keep(), scene.Visit.Now)
        );

    public Task Forget(CallScene scene) =>
        database.Drafts.Clear(DraftKeys.OfNewCall(scene.Visit.Desk, scene.Visit.Actor));

    /// <summary>Issues the reference with the answers so far. ESS-24.</summary>
    public Task<DeskAnswer> Issue(CallScene scene)
    {
        if (scene.OwnReference.Refused is { } refused)
        {
            return Task.FromResult(refused);
        }
        var visit = scene.Visit;
        // The call itself is the token: sent twice, it is one case.
        var key = OnceOnly.Key(visit, $"call-{scene.Form.Began(visit.Now).ToUnixTimeMilliseconds()}");
        var who = new Requester(visit.Actor)
        {
            Keep = OnceOnly.Keep(key, visit.Desk, done => Addresses.Call(visit.Desk, done.Case.State.Reference.Text)),
            Draft = DraftKeys.OfNewCall(visit.Desk, visit.Actor),
        };
        return desk.Log(visit.Guide, scene.Command, who);
    }

    /// <summary>Keeps the answers on the case; nothing when they are what it has.</summary>
    public async Task<DeskAnswer?> Answer(CallScene scene, CaseSnapshot found, IntakeState state)
    {
        var command = new AnswerIntake(scene.Command.Services, scene.Command.Answers, state);
        var isKept =
            state == found.State.Intake
            && command.Services.SequenceEqual(found.State.Services)
            && command.Answers.All(pair =>
                found.State.Answers.TryGetValue(pair.Key, out var kept) && kept == pair.Value
            );
        return isKept ? null : await desk.Handle(found.State.Reference, command, new Requester(scene.Visit.Actor));
    }

    public async Task<DeskAnswer?> Prioritise(CallScene scene, CaseSnapshot found) =>
        found.State.Priority is null && scene.Guide.Priority(scene.Form.Priority) is { } priority
            ? await desk.Handle(
                found.State.Reference,
                new SetPriority(priority.Id, null, null),
                new Requester(scene.Visit.Actor)
            )
            : null;

    /// <summary>Solved while the caller is on the line, and they agree. ESS-25.</summary>
    public Task<DeskAnswer> Resolve(CallScene scene, CaseReference reference) =>
        desk.Handle(
            reference,
            new Resolve(scene.Form.Values.Text("resolution"), Confirmation.NotRequired, ResolvedWhere.OnFirstCall),
            new Requester(scene.Visit.Actor)
        );

    public Task<DeskAnswer> Link(CallScene scene, CaseReference reference, CaseReference incident) =>
        desk.Handle(reference, new LinkTo(incident, LinkKind.Parent), new Requester(scene.Visit.Actor));

    /// <summary>No case, no clock: a note that the caller was sent to their own desk. ESS-05.</summary>
    public async Task<string> Refer(CallScene scene)
    {
        var customer = scene.Customer!;
        await Send(scene, customer.FirstLine!.Name, null);
        return $"Referral kept: {customer.Name} was sent to {customer.FirstLine.Name}. No case, no clock.";
    }

    /// <summary>No case, no clock: what the caller asks for goes to another route, which is told by mail. ESS-12, ESS-85</summary>
    public async Task<string> HandOver(CallScene scene, Route route)
    {
        await Send(scene, route.Name, route);
        return $"Kept: handed over to {route.Name}. No case, no clock.";
    }

    private async Task Send(CallScene scene, string to, Route? route)
    {
        var (visit, reporter) = (scene.Visit, scene.Command.Reporter);
        var received = scene.Form.Began(visit.Now);
        var referral = new Referral(
            visit.Desk,
            scene.Customer?.Id ?? CallForm.Unregistered,
            reporter.ContactName is { Length: > 0 } caller ? caller : "somebody",
            to,
            CallCommand.Subject(scene),
            visit.Now,
            visit.Actor.Name
        )
        {
            CallerId = reporter.ContactId,
            ReceivedAt = received,
        };
        var handed = route is null
            ? null
            : new HandOver(route, referral.Reason, Told(scene) ?? referral.Reason, received)
            {
                Customer = reporter.CustomerName,
                Contact = referral.CallerName,
                Phone = reporter.Phone,
                Email = reporter.Email,
                Source = Channel.Phone,
            };
        await handing.Record(visit.Guide, referral, handed);
        await Forget(scene);
    }

    // What was written down of what they say, whatever the guide calls the question.
    private static string? Told(CallScene scene)
    {
        var answers = scene.Command.Answers;
        var said = scene
            .Guide.Intake.Questions.Where(one => one.Type == QuestionType.Text && answers.ContainsKey(one.Id))
            .Select(one => answers[one.Id].Trim())
            .Where(text => text.Length > 0)
            .ToList();
        return said.Count == 0 ? null : string.Join("\n\n", said);
    }

    public static IReadOnlyList<ErrorView> Errors(DeskAnswer answer, Guide guide) =>
        answer switch
        {
            DeskAnswer.Refused refused => [CiteMaker.Of(guide, refused.Refusal)],
            DeskAnswer.Stale stale => StaleWords.Of(stale),
            _ => [],
        };
}
