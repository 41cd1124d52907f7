using System.Security.Claims;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Who is signed in for this request, by a session or by a token.</summary>
/// <param name="Name">As the timeline shows it.</param>
internal sealed record SignedIn(string Name, IReadOnlyList<Right> Rights)
{
    /// <summary>Ends the name of whatever acts by a token, so that none passes for a person.</summary>
    public const string ProgramMark = " (program)";

    /// <summary>Null: a program, by a token.</summary>
    public LiveSession? Session { get; private init; }

    /// <summary>Who else acts at the desk of this request, with their roles.</summary>
    public IReadOnlyList<Actor> Colleagues { get; init; } = [];

    public bool IsAdministrator => Rights.Contains(AccountRole.OfInstallation);

    /// <summary>Whether some part of the audit trail is theirs to read.</summary>
    public bool ReadsAudit => IsAdministrator || Rights.Any(right => right.Role == AccountRole.Auditor);

    public static SignedIn By(LiveSession session) => new(session.Account.Name, session.Rights) { Session = session };

    public static SignedIn By(ApiToken token) => new(token.Name + ProgramMark, [token.Right]);

    /// <summary>Null: nobody is.</summary>
    public static SignedIn? Of(HttpContext context) => context.Features.Get<SignedIn>();

    /// <summary>The session of whoever looks at a page: nobody else comes as far.</summary>
    public static LiveSession SessionOf(HttpContext context) => Of(context)!.Session!;

    /// <summary>Whether the desk exists for them.</summary>
    public bool MaySee(Guide guide) => AccountRole.Held(guide, Rights).Count > 0;

    /// <summary>As whom they act at a desk: in the role that they chose where they hold it, else in their first.</summary>
    public Actor At(Guide guide)
    {
        var held = AccountRole.Held(guide, Rights);
        var role = held.FirstOrDefault(one => one.Id == Session?.Acting);
        return new Actor(Name, role.Id ?? (held is [var first, ..] ? first.Id : Actor.Nobody.Role));
    }

    /// <summary>Ties forms to who opened them.</summary>
    public ClaimsPrincipal Principal() => Principal(Session?.Account.Id ?? Name);

    /// <summary>The same of whoever is called this.</summary>
    public static ClaimsPrincipal Principal(string id) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], "rung"));
}
