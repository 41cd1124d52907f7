namespace Rung.Storage.Accounts;

internal static class AccountSql
{
    public const string Columns =
        "a.id, a.email, a.name, a.stamp, a.password, a.code_key, a.code_step, a.disabled_at, a.created_at";
    public const string All = $"SELECT {Columns} FROM accounts a ORDER BY a.name_key";
    public const string ById = $"SELECT {Columns} FROM accounts a WHERE a.id = @id";
    public const string ByEmail = $"SELECT {Columns} FROM accounts a WHERE a.email_key = @email_key";
    public const string OfDesk = """
        SELECT DISTINCT a.name, r.role FROM account_rights r JOIN accounts a ON a.id = r.account_id
        WHERE (r.desk = @desk OR r.desk = '*') AND a.disabled_at IS NULL ORDER BY a.name, r.role
        """;
    public const string Rights = "SELECT account_id, desk, role FROM account_rights ORDER BY desk, role";
    public const string RightsOf = "SELECT desk, role FROM account_rights WHERE account_id = @id ORDER BY desk, role";
    public const string OthersWith = """
        SELECT COUNT(*) FROM account_rights r JOIN accounts a ON a.id = r.account_id
        WHERE r.desk = @desk AND r.role = @role AND r.account_id <> @id AND a.disabled_at IS NULL AND a.password IS NOT NULL
        """;
    public const string Grant = """
        INSERT INTO account_rights (account_id, desk, role) VALUES (@id, @desk, @role) ON CONFLICT DO NOTHING
        """;
    public const string Withdraw = """
        DELETE FROM account_rights WHERE account_id = @id AND desk = @desk AND role = @role
        """;
    private const string SetPassword = "UPDATE accounts SET password = @password, stamp = @stamp WHERE id = @id";
    public const string SetCode =
        "UPDATE accounts SET code_key = @code_key, code_step = @step, stamp = @stamp WHERE id = @id";
    public const string TakeStep = "UPDATE accounts SET code_step = @step WHERE id = @id AND code_step < @step";
    public const string Disable = "UPDATE accounts SET disabled_at = @at, stamp = @stamp WHERE id = @id";
    public const string ForgetCodes = "DELETE FROM recovery_codes WHERE account_id = @id";
    public const string AddCode = "INSERT INTO recovery_codes (account_id, hash) VALUES (@id, @hash)";
    public const string UseCode = """
        UPDATE recovery_codes SET used_at = @at WHERE account_id = @id AND hash = @hash AND used_at IS NULL
        """;
    public const string CodesLeft = "SELECT COUNT(*) FROM recovery_codes WHERE account_id = @id AND used_at IS NULL";

    private const string Same = "SELECT COUNT(*) FROM accounts WHERE email_key = @email_key OR name_key = @name_key";
    private const string New = """
        INSERT INTO accounts (id, email, email_key, name, name_key, stamp, password, code_key, code_step, disabled_at, created_at)
        VALUES (@id, @email, @email_key, @name, @name_key, @stamp, @password, @code_key, @code_step, @disabled_at, @created_at)
        ON CONFLICT DO NOTHING
        """;

    public static Account Read(SqlRow row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Text(3))
        {
            Password = row.TextOrNull(4),
            CodeKey = row.TextOrNull(5),
            CodeStep = row.Number(6),
            DisabledAt = row.NumberOrNull(7) is { } at ? Micros.ToInstant(at) : null,
            CreatedAt = Micros.ToInstant(row.Number(8)),
        };

    public static Right ReadRight(SqlRow row) => new(row.Text(0), row.Text(1));

    public static async ValueTask<bool> IsTaken(SqlSession session, Account account) =>
        await session.Number(
            Same,
            ("email_key", Account.KeyOf(account.Email)),
            ("name_key", Account.KeyOf(account.Name))
        ) > 0;

    /// <returns>False: another account has this address or this name.</returns>
    public static async ValueTask<bool> Add(SqlSession session, Account account, IEnumerable<Right> rights)
    {
        if (await Insert(session, account) == 0)
        {
            return false;
        }
        foreach (var right in rights)
        {
            await session.Execute(Grant, ("id", account.Id), ("desk", right.Desk), ("role", right.Role));
        }
        return true;
    }

    public static ValueTask<int> SavePassword(SqlSession session, Account account) =>
        session.Execute(SetPassword, ("password", account.Password), ("stamp", account.Stamp), ("id", account.Id));

    private static ValueTask<int> Insert(SqlSession session, Account account) =>
        session.Execute(
            New,
            ("id", account.Id),
            ("email", account.Email),
            ("email_key", Account.KeyOf(account.Email)),
            ("name", account.Name),
            ("name_key", Account.KeyOf(account.Name)),
            ("stamp", account.Stamp),
            ("password", account.Password),
            ("code_key", account.CodeKey),
            ("code_step", account.CodeStep),
            ("disabled_at", account.DisabledAt is { } at ? Micros.Of(at) : (long?)null),
            ("created_at", Micros.Of(account.CreatedAt))
        );
}
