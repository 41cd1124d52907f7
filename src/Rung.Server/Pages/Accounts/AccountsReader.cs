using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Links;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Accounts;

/// <summary>Reads what an administrator's pages show.</summary>
internal sealed class AccountsReader(RungDatabase database, DeskRegister desks, DeskClock clock, LeavingMail mails)
{
    public const string IssuerField = "issuer";

    /// <summary>The button by which a link is shown instead of sent.</summary>
    public const string ByHand = "by-hand";

    // Where no mail leaves the first button shows it.
    private static (string, string)? ShownInstead(bool leaves) => leaves ? ("Show me the link instead", ByHand) : null;

    public async Task<AccountsView> All(HttpContext context, FormValues typed) =>
        new(
            AccountAround.Of(context),
            [.. (await database.Accounts.All()).Select(Row)],
            Invite(typed, await mails.Leaves())
        );

    public async Task<OneAccountView?> One(HttpContext context, string id)
    {
        if (await database.Accounts.Find(id) is not { } account)
        {
            return null;
        }
        var rights = await database.Accounts.RightsOf(id);
        return new OneAccountView(AccountAround.Of(context), Row(new AccountWithRights(account, rights)))
        {
            Roles = [.. rights.Select(right => Withdraw(id, right))],
            Forms =
            [
                Grant(id),
                NewLink(account, await mails.Leaves()),
                .. RemoveCode(account),
                .. await Issuers(id),
                EndSessions(id),
                Switch(account),
            ],
        };
    }

    public async Task<TokensView> Tokens(HttpContext context, FormValues typed) =>
        new(AccountAround.Of(context), [.. (await database.Tokens.All()).Select(Row)], Make(typed))
        {
            Zone = desks.Active[0].DeskCalendar.Zone.Id,
        };

    private AccountRowView Row(AccountWithRights one) =>
        new(
            one.Account.Name,
            one.Account.Email,
            Addresses.OneAccount(one.Account.Id),
            !one.Account.IsOpen ? "disabled"
                : one.Account.Password is null ? "invited"
                : null
        )
        {
            Roles = [.. one.Rights.Select(right => AccountRole.Words(right, desks.Active))],
        };

    private AccountFormView Invite(FormValues typed, bool leaves) =>
        new(
            Addresses.Accounts,
            "Invite",
            [.. EntryForms.Who(typed), typed.Fill(RightField.Of(desks.Active, AccountRole.OfInstallation))]
        )
        {
            Heading = "Invite somebody",
            Says =
            [
                leaves
                    ? "They get a mail with a link, by which they choose their password. They can be given more roles after."
                    : "You get a link for them, by which they choose their password. They can be given more roles after.",
            ],
            Look = "primary",
            Also = ShownInstead(leaves),
        };

    private AccountFormView Withdraw(string id, Right right) =>
        new(Addresses.OneAccount(id, "/withdraw"), "Take away", [Hidden(right)])
        {
            Says = [AccountRole.Words(right, desks.Active)],
        };

    private AccountFormView Grant(string id) =>
        new(
            Addresses.OneAccount(id, "/grant"),
            "Give this role",
            [RightField.Of(desks.Active, AccountRole.OfInstallation)]
        )
        {
            Heading = "Another role",
        };

    private static AccountFormView NewLink(Account account, bool leaves) =>
        new(Addresses.OneAccount(account.Id, "/link"), leaves ? "Send a link by mail" : "Make a link", [])
        {
            Also = ShownInstead(leaves),
            Heading = account.Password is null ? "Another invitation" : "Password forgotten",
            Says =
            [
                "A link by which they choose a new password, good for three days. A link that you gave them before leads nowhere then. A one-time code that they have set up is still asked for.",
            ],
        };

    private static AccountFormView[] RemoveCode(Account account) =>
        account.CodeKey is null
            ? []
            :
            [
                new(Addresses.OneAccount(account.Id, "/remove-code"), "Take the one-time code away", [])
                {
                    Heading = "Authenticator lost",
                    Says =
                    [
                        "Be sure that it is them who ask. They sign in with the password alone then, until they set up another.",
                    ],
                },
            ];

    private async Task<IEnumerable<AccountFormView>> Issuers(string id) =>
        from issuer in await database.Identities.Of(id)
        select new AccountFormView(
            Addresses.OneAccount(id, "/unlink"),
            "Take it away",
            [new(IssuerField, "", FieldType.Hidden) { Value = issuer }]
        )
        {
            Heading = $"Signs in at {issuer}",
            Says =
            [
                "Whoever comes from there next with their address is taken for them; they are signed out everywhere.",
            ],
        };

    private static AccountFormView EndSessions(string id) =>
        new(Addresses.OneAccount(id, "/end"), "Sign them out everywhere", []) { Heading = "Sessions" };

    private static AccountFormView Switch(Account account) =>
        account.IsOpen
            ? new(Addresses.OneAccount(account.Id, "/disable"), "Disable this account", [])
            {
                Heading = "Leaving",
                Says = ["They are signed out everywhere at once and cannot sign in. What they did keeps their name."],
                Look = "danger",
            }
            : new(Addresses.OneAccount(account.Id, "/enable"), "Enable this account", []) { Heading = "Back again" };

    private AccountFormView Make(FormValues typed) =>
        new(
            Addresses.Tokens,
            "Make a token",
            [
                typed.Fill(
                    new("name", "Name of the program") { Hint = "The timeline shows it, with (program) after it." }
                ),
                typed.Fill(RightField.Of(desks.Active)),
                typed.Fill(
                    FieldView.Select(
                        "days",
                        "Good for",
                        "90",
                        [("7", "7 days"), ("30", "30 days"), ("90", "90 days"), ("365", "a year")]
                    )
                ),
            ]
        )
        {
            Heading = "Another token",
            Says = ["A program sends it with each call of the API, and acts in this one role. It is shown once."],
            Look = "primary",
        };

    private TokenRowView Row(ApiToken token)
    {
        var (now, zone) = (clock.Now(), desks.Active[0].DeskCalendar.Zone);
        var isGood = token.IsGood(now);
        var until =
            token.RevokedAt is { } revoked ? $"revoked {MomentWords.Near(revoked, now, zone)}"
            : isGood ? $"good until {MomentWords.Near(token.ExpiresAt, now, zone)}"
            : $"expired {MomentWords.Near(token.ExpiresAt, now, zone)}";
        var used = token.UsedAt is { } at ? $"used {MomentWords.Near(at, now, zone)}" : "never used";
        return new TokenRowView(
            token.Name,
            AccountRole.Words(token.Right, desks.Active),
            $"By {token.MadeBy}, {until}, {used}",
            isGood ? new($"{Addresses.Tokens}/{token.Id}/revoke", "Revoke", []) : null
        );
    }

    private static FieldView Hidden(Right right) =>
        new(RightField.Name, "", FieldType.Hidden) { Value = RightField.Value(right) };
}
