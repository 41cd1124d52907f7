using Rung.Core.Customers;

namespace Rung.Storage.Customers;

internal static class ReferralSql
{
    public const string Latest = """
        SELECT desk, customer_id, caller_name, referred_to, reason, at, recorded_by, route, mail_id, received_at, caller_id FROM referrals
        WHERE desk = @desk ORDER BY at DESC, id DESC LIMIT @take
        """;

    private const string New = """
        INSERT INTO referrals (desk, customer_id, caller_name, referred_to, reason, at, recorded_by, route, mail_id, received_at, caller_id)
        VALUES (@desk, @customer_id, @caller_name, @referred_to, @reason, @at, @recorded_by, @route, @mail_id, @received_at, @caller_id)
        RETURNING id
        """;

    /// <returns>The number of its row.</returns>
    public static async ValueTask<long> Add(SqlSession session, Referral referral) =>
        (
            await session.Number(
                New,
                ("desk", referral.Desk),
                ("customer_id", referral.CustomerId),
                ("caller_name", referral.CallerName),
                ("referred_to", referral.ReferredTo),
                ("reason", referral.Reason),
                ("at", Micros.Of(referral.At)),
                ("recorded_by", referral.By),
                ("route", referral.Route),
                ("mail_id", referral.MailId),
                ("received_at", referral.ReceivedAt is { } received ? Micros.Of(received) : (long?)null),
                ("caller_id", referral.CallerId)
            )
        )!.Value;

    public static Referral Read(SqlRow row) =>
        new(
            row.Text(0),
            row.Text(1),
            row.Text(2),
            row.Text(3),
            row.Text(4),
            Micros.ToInstant(row.Number(5)),
            row.Text(6)
        )
        {
            Route = row.TextOrNull(7),
            MailId = row.NumberOrNull(8),
            CallerId = row.TextOrNull(10),
            ReceivedAt = row.NumberOrNull(9) is { } received ? Micros.ToInstant(received) : null,
        };
}
