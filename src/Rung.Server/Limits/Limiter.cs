using Microsoft.AspNetCore.Http.Features;
using Rung.Server.Accounts;
using Rung.Server.Hosting;

namespace Rung.Server.Limits;

/// <summary>
/// Says who has to wait. Whoever is signed in is counted by themselves, everybody else by where they come from, so that nobody
/// makes somebody else wait (S55, S68).
/// </summary>
internal sealed class Limiter(RateCounter counter, Rates rates, DiskRoom disk)
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
        return wait is { } length ? TooOften.Answer(context, length)
            : who is { Session: null } ? CheckSize(context, who.Name, rates.ProgramSize)
            : null;
    }

    /// <summary>What a contact sends.</summary>
    /// <param name="who">Customer and contact.</param>
    public IResult? CheckSent(HttpContext context, (string Customer, string Contact) who) =>
        counter.Count((Limits.Limit.Sent.Door, $"{who.Customer}/{who.Contact}"), rates.Sent) is { } wait
            ? TooOften.Answer(context, wait)
            : CheckSize(context, who.Customer, rates.CustomerSize);

    // S53, S68: nobody fills the disk. Whoever is of the desk sends what they have to, and mail is never refused.
    private IResult? CheckSize(HttpContext context, string who, Rate rate)
    {
        if (SentSize.Of(context) is { } size)
        {
            return size > SentSize.Small && disk.IsFull ? NoRoom.Answer(context)
                : counter.Count(("size", who), rate, SentSize.Kib(size)) is { } wait ? TooOften.Answer(context, wait)
                : null;
        }
        // It does not say beforehand: what is read of it counts afterwards, and while there is no room only words are read.
        if (disk.IsFull && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
        {
            most.MaxRequestBodySize = SentSize.Small;
        }
        var body = new CountedBody(context.Request.Body);
        context.Request.Body = body;
        context.Response.OnCompleted(() =>
        {
            counter.Add(("size", who), rate, SentSize.Kib(body.Count));
            return Task.CompletedTask;
        });
        return counter.Count(("size", who), rate) is { } full ? TooOften.Answer(context, full) : null;
    }

    private static Limit? Limit(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Limit>();
}
