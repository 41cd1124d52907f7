using NpgsqlTypes;
using Rung.Storage.Postgres;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Rows of one table that are posted one after the other go to the server as one statement.</summary>
public sealed class PostgresPostTests
{
    private const string Insert = "INSERT INTO dues (case_id, rule)\nVALUES (@case_id, @rule) ON CONFLICT DO NOTHING";

    [Fact]
    public void Several_rows_are_one_statement_over_arrays()
    {
        var post = new PostgresPost(Insert, [("case_id", 7L), ("rule", "breach")]);
        Assert.True(post.TryAdd(Insert, [("case_id", 8L), ("rule", (string?)null)]));

        var command = post.Command();

        Assert.Equal(
            "INSERT INTO dues (case_id, rule)\nSELECT * FROM unnest(@case_id, @rule) ON CONFLICT DO NOTHING",
            command.CommandText
        );
        Assert.Equal([7L, 8L], (long?[])command.Parameters["case_id"].Value!);
        Assert.Equal(["breach", null], (string?[])command.Parameters["rule"].Value!);
        Assert.Equal(NpgsqlDbType.Array | NpgsqlDbType.Text, command.Parameters["rule"].NpgsqlDbType);
    }

    [Fact]
    public void One_row_is_sent_as_it_is() =>
        Assert.Equal(Insert, new PostgresPost(Insert, [("case_id", 7L), ("rule", "breach")]).Command().CommandText);

    // A change may meet a row of the same statement, and a literal is no array.
    [Theory]
    [InlineData("UPDATE cases SET version = @version WHERE id = @id")]
    [InlineData("INSERT INTO outbox (id, tries) VALUES (@id, 0)")]
    [InlineData("INSERT INTO settings (name) VALUES (@id) ON CONFLICT (name) DO UPDATE SET value = @version")]
    [InlineData("INSERT INTO outbox (id) SELECT @id")]
    public void What_is_not_rows_alone_is_a_statement_each(string sql)
    {
        var post = new PostgresPost(sql, [("version", 1L), ("id", 7L)]);

        Assert.False(post.TryAdd(sql, [("version", 1L), ("id", 8L)]));
        Assert.Equal(sql, post.Command().CommandText);
    }

    [Fact]
    public void Another_text_is_another_statement() =>
        Assert.False(
            new PostgresPost(Insert, [("case_id", 7L), ("rule", "breach")]).TryAdd(
                Insert.Replace("dues", "promises", StringComparison.Ordinal),
                [("case_id", 7L), ("rule", "breach")]
            )
        );
}
