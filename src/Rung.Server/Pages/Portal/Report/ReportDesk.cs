using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Drafts;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>Keeps what somebody reports while they answer, and logs it as the desk logs a call.</summary>
internal sealed class ReportDesk(RungDatabase database, ServiceDesk desk)
{
    /// <summary>More are not listed; they can be gone on with all the same.</summary>
    private const int MostBegun = 10;

    /// <returns>Null: they are reporting nothing of that name.</returns>
    public async Task<CallScene?> Find(PortalVisitor visitor, string report) =>
        await database.Drafts.Find(DraftKeys.OfReport(visitor, report)) is { } draft
        && CallForm.Kept(draft.Body) is { } form
        && ReportForm.Id(form) == report
            ? Scene(visitor, form)
            : null;

    /// <summary>What they began and have not sent, the last first.</summary>
    public async Task<IReadOnlyList<(CallScene Scene, Instant SavedAt)>> Begun(PortalVisitor visitor)
    {
        var drafts = await database.Drafts.Of(visitor.Id, $"{visitor.Desk}{DraftKeys.Report}", MostBegun);
        return
        [
            .. from draft in drafts
            let form = CallForm.Kept(draft.Body)
            where form is not null && ReportForm.Id(form).Length > 0
            select (Scene(visitor, form), draft.SavedAt),
        ];
    }

    public static CallScene Scene(PortalVisitor visitor, CallForm form) =>
        new(visitor.Visit, form.With(("picked", visitor.Id)), visitor.Customer) { Source = Core.Guides.Channel.Portal };

    public Task Keep(PortalVisitor visitor, CallForm form) =>
        database.Drafts.Save(
            new Draft(DraftKeys.OfReport(visitor, ReportForm.Id(form)), form.Keep(), visitor.Visit.Now)
        );

    /// <summary>The page that followed when the same form was sent before; null: it was not.</summary>
    public async Task<string?> Sent(PortalVisitor visitor, string token) =>
        OnceOnly.Key(visitor.Visit, token) is { } key ? (await database.Answers.Find(key))?.Body : null;

    /// <summary>Logs it; sent twice, it is one case.</summary>
    public async Task<DeskAnswer> Send(
        PortalVisitor visitor,
        CallScene scene,
        (IReadOnlyList<Paper> Papers, IReadOnlyDictionary<string, byte[]> Contents) sent,
        string token
    ) =>
        scene.OwnReference.Refused is { } refused
            ? refused
            : await desk.Log(
                visitor.Visit.Guide,
                scene.Command with
                {
                    Papers = sent.Papers is [] ? null : sent.Papers,
                },
                Sender(visitor, token) with
                {
                    Papers = sent.Contents,
                    Draft = DraftKeys.OfReport(visitor, ReportForm.Id(scene.Form)),
                }
            );

    /// <summary>
    /// Logs that a known problem is theirs too, as a call that belongs to the incident: they get its updates. The incident may be
    /// somebody else's.
    /// </summary>
    public Task<DeskAnswer> Join(PortalVisitor visitor, CallScene scene, CaseReference incident, string token) =>
        desk.LogPart(visitor.Visit.Guide, scene.Command, incident, Sender(visitor, token));

    /// <summary>Logs a complaint of theirs, with its papers by their hash. ESS-88.</summary>
    public Task<DeskAnswer> Complain(
        PortalVisitor visitor,
        LogCase complaint,
        IReadOnlyDictionary<string, byte[]> papers,
        string token
    )
    {
        var who = new Requester(visitor.Visit.Actor)
        {
            Papers = papers,
            Keep = OnceOnly.Keep(
                OnceOnly.Key(visitor.Visit, token),
                $"{visitor.Id}/complaint",
                done => PortalAddresses.Case(visitor.Desk, done.Case.State.Reference.Text)
            ),
        };
        return desk.Log(visitor.Visit.Guide, complaint, who);
    }

    /// <returns>Null: there is no such case for them.</returns>
    public async Task<CaseSnapshot?> Look(PortalVisitor visitor, string text) =>
        CaseReference.TryParse(visitor.Visit.Guide.Desk.ReferencePrefix, text, out var reference)
        && await desk.Look(reference.Value, visitor.Visit.Actor) is { } found
        && found.State.Logged.Desk == visitor.Desk
            ? found
            : null;

    public static IReadOnlyList<ErrorView> Errors(DeskAnswer answer, PortalVisitor visitor) =>
        answer is DeskAnswer.Refused refused
            ? [CiteMaker.Of(visitor.Visit.Guide, refused.Refusal)]
            : [new ErrorView("This was sent before. Go back to the start and look at your cases.")];

    private static Requester Sender(PortalVisitor visitor, string token)
    {
        var key = OnceOnly.Key(visitor.Visit, token);
        return new Requester(visitor.Visit.Actor)
        {
            Keep = OnceOnly.Keep(
                key,
                visitor.Id,
                done => PortalAddresses.Sent(visitor.Desk, done.Case.State.Reference.Text)
            ),
        };
    }
}
