using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Api.Bodies;

/// <summary>A caller is sent to the customer's own desk or to another route: no case, no clock (ESS-05, ESS-12).</summary>
/// <param name="Customer">Id of a customer; without a route of one that has a first-line desk of its own.</param>
/// <param name="Caller">Name of who called.</param>
/// <param name="Reason">What it was about, and why they were sent on.</param>
/// <param name="Route">Id of the guide's route that it is handed over to, such as sales; left out: the customer's own desk.</param>
public sealed record ReferralRequest(string Customer, string Caller, string Reason, string? Route = null);

/// <param name="Phone">Of the customer's own desk, or of the route.</param>
/// <param name="Say">What is said to the caller (ESS-06, ESS-12).</param>
public sealed record ReferralBody(
    string Customer,
    string Caller,
    string ReferredTo,
    string? Phone,
    string Reason,
    Instant At,
    string By,
    string? Say
)
{
    /// <param name="route">Null: the customer's own desk.</param>
    public static ReferralBody Of(Referral referral, Customer customer, Guide guide, Route? route) =>
        new(
            referral.CustomerId,
            referral.CallerName,
            referral.ReferredTo,
            route is null
                ? customer.FirstLine?.Phone
                : route.Addresses.FirstOrDefault(one => one.Channel == Channel.Phone)?.Address,
            referral.Reason,
            referral.At,
            referral.By,
            route is null ? guide.FirstLine?.Say : HandOvers.Say(guide, route, referral.At)
        );
}

public sealed record ReferralsBody(IReadOnlyList<Referral> Referrals);
