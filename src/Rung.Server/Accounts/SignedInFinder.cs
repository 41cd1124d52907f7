using Rung.Server.Accounts.Issuers;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Accounts;

/// <summary>Finds out who is signed in, anew each time: by a session's cookie, or where programs ask by a token.</summary>
internal sealed class SignedInFinder(RungDatabase database, DeskClock clock, RungOptions options)
{
    private const string Bearer = "Bearer ";

    /// <returns>Null: nobody is, any more.</returns>
    public async Task<SignedIn?> Find(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            return
                authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                && GateAnswers.IsForPrograms(context)
                && await database.Tokens.Find(Secret.Hash(authorization[Bearer.Length..].Trim()), clock.Now())
                    is { } token
                ? SignedIn.By(token)
                : null;
        }
        return
            SessionCookie.Read(context) is { Length: > 0 } secret
            && await database.Sessions.Find(Secret.Hash(secret), clock.Now()) is { } session
            && options.Issuers.LetIn(session)
            ? SignedIn.By(session)
            : null;
    }
}
