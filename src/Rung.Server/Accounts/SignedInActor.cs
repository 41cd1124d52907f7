using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Storage;

namespace Rung.Server.Accounts;

/// <summary>Where people have accounts: whoever is signed in acts, in a role that they hold. Nothing else is believed.</summary>
internal sealed class SignedInActor(RungDatabase database, DeskRegister desks, SignedInFinder finder) : IWhoActs
{
    public ActingAs OfCall(HttpContext context)
    {
        var who = SignedIn.Of(context);
        var isAtDesk = desks.TryGet(context.GetRouteValue("desk") as string, out var guide);
        return ActingAs.Of(
            isAtDesk && who is not null ? who.At(guide!) : Actor.Nobody with { Name = who?.Name ?? Actor.Nobody.Name }
        );
    }

    public bool IsSaid(HttpContext context) => true;

    public Actor OfPage(HttpContext context, Guide guide) => SignedIn.Of(context)?.At(guide) ?? Actor.Nobody;

    public bool MaySee(HttpContext context, Guide guide) => SignedIn.Of(context)?.MaySee(guide) == true;

    public IReadOnlyList<Actor> People(HttpContext context, Guide guide) => SignedIn.Of(context)?.Colleagues ?? [];

    public async Task<bool> IsStill(HttpContext context, Guide guide, Actor who) =>
        await finder.Find(context) is { } now && now.MaySee(guide) && now.At(guide) == who;

    public ActingView View(Visit visit)
    {
        var who = SignedIn.Of(visit.Context)!;
        return new ActingView(
            who.Name,
            AccountRole.AtDesk(visit.Guide).FirstOrDefault(role => role.Id == visit.Actor.Role).Title ?? "",
            [
                .. AccountRole
                    .Held(visit.Guide, who.Rights)
                    .Select(role => new ActingChoice(who.Name, role.Id, role.Title, role.Id == visit.Actor.Role)),
            ],
            visit.Here
        )
        {
            IsSignedIn = true,
            IsAdministrator = who.IsAdministrator,
            ReadsAudit = who.ReadsAudit,
        };
    }

    public async Task Choose(HttpContext context, string choice)
    {
        var role = choice.Split('|')[0];
        if (
            SignedIn.Of(context) is { Session: { } session } who
            && desks.Active.Any(guide => AccountRole.Held(guide, who.Rights).Any(held => held.Id == role))
        )
        {
            await database.Sessions.Choose(session.Hash, role);
        }
    }
}
