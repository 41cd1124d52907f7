using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;

namespace Rung.Server.Api.Bodies;

/// <summary>A caller is sent back to the customer's own desk: no case, no clock (ESS-05).</summary>
/// <param name="Customer">Id of a customer that has a first-line desk of its own.</param>
/// <param name="Caller">Name of who called.</param>
/// <param name="Reason">What it was about, and why they were sent back.</param>
public sealed record ReferralRequest(string Customer, string Caller, string Reason);

/// <param name="Phone">Of the customer's own desk.</param>
/// <param name="Say">What is said to the caller before (ESS-06).</param>
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
    public static ReferralBody Of(Referral referral, Customer customer, Guide guide) =>
        new(
            referral.CustomerId,
            referral.CallerName,
            referral.ReferredTo,
            customer.FirstLine?.Phone,
            referral.Reason,
            referral.At,
            referral.By,
            guide.FirstLine?.Say
        );
}

public sealed record ReferralsBody(IReadOnlyList<Referral> Referrals);
