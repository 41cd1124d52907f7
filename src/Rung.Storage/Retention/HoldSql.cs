using Rung.Core.Cases;
using Rung.Core.Retention;

namespace Rung.Storage.Retention;

internal static class HoldSql
{
    private const string Columns = """
        number, desk, kind, about, part, reason, at, actor_name, actor_role, lift_reason, lifted_at, lifter_name, lifter_role
        """;

    public const string Standing =
        $"SELECT {Columns} FROM legal_holds WHERE desk = @desk AND lifted_at IS NULL ORDER BY number";

    public const string Of = $"""
        SELECT {Columns} FROM legal_holds WHERE desk = @desk AND kind = @kind AND about = @about AND part = @part
        ORDER BY number DESC
        """;

    public const string New = """
        INSERT INTO legal_holds (desk, kind, about, part, reason, at, actor_name, actor_role)
        VALUES (@desk, @kind, @about, @part, @reason, @at, @actor_name, @actor_role)
        """;

    public const string Lift = """
        UPDATE legal_holds SET lift_reason = @reason, lifted_at = @at, lifter_name = @actor_name, lifter_role = @actor_role
        WHERE desk = @desk AND kind = @kind AND about = @about AND part = @part AND number = @number AND lifted_at IS NULL
        """;

    public static SqlValue[] Key(string desk, UnderHold on)
    {
        var (kind, about, part) = on switch
        {
            UnderHold.OnCase held => ("case", held.Reference.Text, ""),
            UnderHold.OnContact held => ("contact", held.Customer, held.Contact),
            UnderHold.OnCustomer held => ("customer", held.Id, ""),
            _ => throw new NotSupportedException($"No columns for {on}."),
        };
        return [("desk", desk), ("kind", kind), ("about", about), ("part", part)];
    }

    public static LegalHold Read(SqlRow row) =>
        new(
            row.Text(1),
            On(row.Text(2), row.Text(3), row.Text(4)),
            row.Text(5),
            Micros.ToInstant(row.Number(6)),
            new Actor(row.Text(7), row.Text(8))
        )
        {
            Number = row.Number(0),
            Lifted = row.NumberOrNull(10) is { } at
                ? new HoldLifted(row.Text(9), Micros.ToInstant(at), new Actor(row.Text(11), row.Text(12)))
                : null,
        };

    private static UnderHold On(string kind, string about, string part) =>
        kind switch
        {
            "case" => new UnderHold.OnCase(CaseReference.FromStored(about)),
            "contact" => new UnderHold.OnContact(about, part),
            "customer" => new UnderHold.OnCustomer(about),
            _ => throw new NotSupportedException($"No legal hold is on a {kind}."),
        };
}
