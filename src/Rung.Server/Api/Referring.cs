using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Desk;
using Rung.Storage.Answers;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Api;

/// <summary>Records, once for each idempotency key, that a caller was sent to the customer's own desk or another route.</summary>
internal sealed class Referring(HandingOver handing, DeskClock clock, Retries retries)
{
    private const int LongestSubject = 120;

    public async Task<CaseOutcome> Record(Guide guide, Customer customer, ReferralRequest request, Asked asked)
    {
        using var retry = await retries.Begin(asked.Key, asked.Hash);
        if (retry.Problem is not null || retry.Answer is not null)
        {
            return new CaseOutcome(retry.Answer?.Body ?? "", retry.Problem);
        }
        var route = HandOvers.Find(guide, request.Route);
        var referral = new Referral(
            customer.Desk,
            customer.Id,
            request.Caller,
            route?.Name ?? customer.FirstLine!.Name,
            request.Reason,
            clock.Now(),
            asked.Writing.Actor.Name
        );
        var json = ApiJson.Write(ReferralBody.Of(referral, customer, guide, route));
        var keep = asked.Key is { } key ? Keep(key, asked, json) : null;
        var to = route is null ? null : HandedOver(route, customer, request);
        var earlier = (await handing.Record(guide, referral, to, keep)).Earlier;
        var isOther = earlier is not null && earlier.RequestHash != asked.Hash;
        return new CaseOutcome(earlier?.Body ?? json, isOther ? Retries.KeyReused : null);
    }

    private HandOver HandedOver(Route route, Customer customer, ReferralRequest request)
    {
        var contact = customer.Present.FirstOrDefault(one => one.Name == request.Caller);
        return new HandOver(route, Short(request.Reason), request.Reason, clock.Now())
        {
            Customer = customer.Name,
            Contact = request.Caller,
            Phone = contact?.Phone,
            Email = contact?.Email,
            Source = Channel.Phone,
        };
    }

    private static string Short(string reason) =>
        reason.Length <= LongestSubject ? reason : string.Concat(reason.AsSpan(0, LongestSubject - 1), "…");

    private KeptAnswer Keep(AnswerKey key, Asked asked, string json) =>
        new(key, asked.Hash, StatusCodes.Status201Created, json, clock.Now());
}
