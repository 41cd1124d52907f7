using NodaTime;

namespace Rung.Storage.Accounts;

/// <summary>
/// Who of those whom somebody else signs in is who here. Once they are linked nothing but their name at the issuer counts, which
/// stays when their address changes there (S24).
/// </summary>
public sealed class IdentityStore
{
    private const string One = "SELECT person FROM identities WHERE issuer = @issuer AND subject = @subject";
    private const string New = """
        INSERT INTO identities (issuer, subject, person, linked_at) VALUES (@issuer, @subject, @person, @linked_at)
        ON CONFLICT DO NOTHING
        """;
    private const string OfPerson = "SELECT issuer FROM identities WHERE person = @person ORDER BY issuer";
    private const string UnlinkAll = "DELETE FROM identities WHERE person = @person";
    private const string Unlink = "DELETE FROM identities WHERE issuer = @issuer AND person = @person";

    private readonly RungDatabase _database;

    /// <summary>How a contact is named as a person; an account is named by its id.</summary>
    public static string Contact(string desk, string customer, string contact) => $"{desk}/{customer}/{contact}";

    internal IdentityStore(RungDatabase database) => _database = database;

    /// <returns>An account's id, or desk, customer and contact; null: nobody is known by it.</returns>
    public Task<string?> Find(string issuer, string subject) =>
        _database.Read(session => session.First(One, row => row.Text(0), ("issuer", issuer), ("subject", subject)));

    /// <returns>False: the one or the other is linked already.</returns>
    public Task<bool> Add(string issuer, (string Subject, string Person) link, Instant now) =>
        _database.Write(async session =>
            await session.Execute(
                New,
                ("issuer", issuer),
                ("subject", link.Subject),
                ("person", link.Person),
                ("linked_at", Micros.Of(now))
            ) > 0
        );

    /// <summary>The issuers by which somebody comes in.</summary>
    public Task<List<string>> Of(string person) =>
        _database.Read(session => session.List(OfPerson, row => row.Text(0), ("person", person)));

    /// <summary>Whoever comes next from there with their address is linked anew.</summary>
    public Task Remove(string issuer, string person) =>
        _database.Write(session => session.Execute(Unlink, ("issuer", issuer), ("person", person)));

    internal static ValueTask<int> Remove(SqlSession session, string person) =>
        session.Execute(UnlinkAll, ("person", person));
}
