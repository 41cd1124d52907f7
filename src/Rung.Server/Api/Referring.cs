using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Answers;

namespace Rung.Server.Api;

/// <summary>Records, once for each idempotency key, that a caller was sent to the customer's own desk or another route.</summary>
internal sealed class Referring(RungDatabase database, DeskClock clock, Retries retries)
{
    /// <summary>Null: the desk has no such customer.</summary>
    public Task<Customer?> Customer(string desk, string id) => database.Customers.Find(desk, id);

    public async Task<CaseOutcome> Record(Guide guide, Customer customer, ReferralRequest request, Asked asked)
    {
        using var retry = await retries.Begin(asked.Key, asked.Hash);
        if (retry.Problem is not null || retry.Answer is not null)
        {
            return new CaseOutcome(retry.Answer?.Body ?? "", retry.Problem);
        }
        var route = HandOvers.Of(guide).FirstOrDefault(one => one.Id == request.Route);
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
        var earlier = await database.Customers.Record(referral, asked.Key is { } key ? Keep(key, asked, json) : null);
        var isOther = earlier is not null && earlier.RequestHash != asked.Hash;
        return new CaseOutcome(earlier?.Body ?? json, isOther ? Retries.KeyReused : null);
    }

    private KeptAnswer Keep(AnswerKey key, Asked asked, string json) =>
        new(key, asked.Hash, StatusCodes.Status201Created, json, clock.Now());
}
