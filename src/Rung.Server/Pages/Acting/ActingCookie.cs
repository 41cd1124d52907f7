using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Acting;

/// <summary>Who acts where there are no accounts: a name and a role that the visitor chose, kept in a cookie.</summary>
internal static class ActingCookie
{
    private const string Name = "rung-acting";
    private const int Engineers = 9;
    private static readonly Actor Usual = new("Engineer 4", Actor.AgentRole);

    public static Actor Read(HttpContext context, Guide guide)
    {
        var parts = Uri.UnescapeDataString(context.Request.Cookies[Name] ?? "").Split('|');
        var asked = parts is [var role, var name] ? new Actor(name, role) : Usual;
        return Choices(guide).Contains(asked) ? asked : Usual;
    }

    public static void Write(HttpContext context, string choice) =>
        context.Response.Cookies.Append(
            Name,
            Uri.EscapeDataString(choice),
            PageCookie.For(context, TimeSpan.FromDays(30))
        );

    /// <summary>The posts of the desk: engineers, and the provider's roles of the guide.</summary>
    public static IReadOnlyList<Actor> Choices(Guide guide) =>
        [
            .. Enumerable.Range(1, Engineers).Select(number => new Actor($"Engineer {number}", Actor.AgentRole)),
            .. guide.Roles.Where(role => role.Side == RoleSide.Provider).Select(role => new Actor(role.Title, role.Id)),
        ];

    public static ActingView View(Actor actor, Guide guide, string here) =>
        new(
            actor.Name,
            actor.Role == Actor.AgentRole ? "agent" : "",
            [
                .. Choices(guide)
                    .Select(one => new ActingChoice(
                        one.Name,
                        one.Role,
                        one.Role == Actor.AgentRole ? "agent" : "",
                        one == actor
                    )),
            ],
            here
        );
}
