using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Pages.Acting;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Accounts;

/// <summary>Where there are no accounts, as in the demo: whoever asks says who they are.</summary>
internal sealed class ChosenActor : IWhoActs
{
    public ActingAs OfCall(HttpContext context) => ActingAs.OfHeaders(context);

    public bool IsSaid(HttpContext context) => context.Request.Headers[ActingAs.RoleHeader].Count > 0;

    public Actor OfPage(HttpContext context, Guide guide) => ActingCookie.Read(context, guide);

    public bool MaySee(HttpContext context, Guide guide) => true;

    public IReadOnlyList<Actor> People(HttpContext context, Guide guide) => ActingCookie.Choices(guide);

    public Task<bool> IsStill(HttpContext context, Guide guide, Actor who) => Task.FromResult(true);

    public ActingView View(Visit visit) => ActingCookie.View(visit.Actor, visit.Guide, visit.Here);

    public Task Choose(HttpContext context, string choice)
    {
        ActingCookie.Write(context, choice);
        return Task.CompletedTask;
    }
}
