using Rung.Core.Customers;

namespace Rung.Storage.Customers;

internal static class ReferralSql
{
    public const string Latest = """
        SELECT desk, customer_id, caller_name, referred_to, reason, at, recorded_by FROM referrals
        WHERE desk = @desk ORDER BY at DESC, id DESC LIMIT @take
        """;

    private const string New = """
        INSERT INTO referrals (desk, customer_id, caller_name, referred_to, reason, at, recorded_by)
        VALUES (@desk, @customer_id, @caller_name, @referred_to, @reason, @at, @recorded_by)
        """;

    public static ValueTask Add(SqlSession session, Referral referral) =>
        session.Post(
            New,
            ("desk", referral.Desk),
            ("customer_id", referral.CustomerId),
            ("caller_name", referral.CallerName),
            ("referred_to", referral.ReferredTo),
            ("reason", referral.Reason),
            ("at", Micros.Of(referral.At)),
            ("recorded_by", referral.By)
        );

    public static Referral Read(SqlRow row) =>
        new(
            row.Text(0),
            row.Text(1),
            row.Text(2),
            row.Text(3),
            row.Text(4),
            Micros.ToInstant(row.Number(5)),
            row.Text(6)
        );
}
