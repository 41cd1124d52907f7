using NodaTime;
using Rung.Server.Accounts;

namespace Rung.Server.Limits;

/// <summary>
/// Says who has to wait. Whoever is signed in is counted by themselves, everybody else by where they come from, so that nobody
/// makes somebody else wait (S55, S68).
/// </summary>
internal sealed class Limiter(RateCounter counter, Rates rates)
{
    /// <param name="who">Who is signed in; null: nobody.</param>
    /// <returns>The answer to whoever has to wait; null: nobody has.</returns>
    public IResult? Check(HttpContext context, SignedIn? who)
    {
        // Without a place it is a program of this machine that hands mail over.
        if (Origin.Of(context) is not { Length: > 0 } place)
        {
            return null;
        }
        var wait =
            Limit(context) is { } limit && counter.Count((limit.Door, place), limit.Rate(rates)) is { } atDoor ? atDoor
            : who is null ? counter.Count(("anybody", place), rates.Anybody)
            : who.Session is { } session ? counter.Count(("account", session.Account.Id), rates.Account)
            : counter.Count(("program", who.Name), rates.Program);
        return wait is { } length ? TooOften.Answer(context, length) : null;
    }

    /// <summary>What a contact sends.</summary>
    /// <param name="who">Customer and contact.</param>
    public IResult? CheckSent(HttpContext context, string who) =>
        counter.Count((Limits.Limit.Sent.Door, who), rates.Sent) is { } wait ? TooOften.Answer(context, wait) : null;

    private static Limit? Limit(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Limit>();
}
