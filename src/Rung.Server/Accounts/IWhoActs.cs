using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Accounts;

/// <summary>The one answer to who acts, for pages, API and live updates.</summary>
internal interface IWhoActs
{
    /// <summary>Who asks something of the API.</summary>
    ActingAs OfCall(HttpContext context);

    /// <summary>Whether a call that only reads says who reads.</summary>
    bool IsSaid(HttpContext context);

    /// <summary>Who looks at a page of a desk.</summary>
    Actor OfPage(HttpContext context, Guide guide);

    /// <summary>Whether the desk exists for whoever asks.</summary>
    bool MaySee(HttpContext context, Guide guide);

    /// <summary>Who acts at a desk: whom a case can be given to.</summary>
    IReadOnlyList<Actor> People(HttpContext context, Guide guide);

    /// <summary>Whether whoever opened a page that stays open still is who they were; asked every few seconds.</summary>
    Task<bool> IsStill(HttpContext context, Guide guide, Actor who);

    ActingView View(Visit visit);

    /// <summary>From now on whoever asks acts so.</summary>
    /// <param name="choice">The value of an <see cref="ActingChoice"/>.</param>
    Task Choose(HttpContext context, string choice);
}
