using Rung.Server.Accounts;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Desk;
using Rung.Server.Links;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Accounts;

/// <summary>What the forms ask by which people come in.</summary>
internal static class EntryForms
{
    public const string NoSuchToken =
        "This token leads nowhere: it was used, has expired, or a newer one was printed. Start rung serve again for a new one, or ask rung account first-run for it.";

    public static async Task<EntryView> SignIn(HttpContext context, string next, string email = "")
    {
        var mailLeaves = await LeavingMail.Leaves(context);
        return new EntryView(AccountAround.Of(context), "Sign in", Password(next, email))
        {
            Other = new AccountFormView(
                PasskeyEndpoints.SignIn,
                "Sign in with a passkey",
                [new("credential", "", FieldType.Hidden), new("return", "", FieldType.Hidden) { Value = next }]
            )
            {
                Passkey = "show",
            },
            After = mailLeaves
                ? ["No account: ask an administrator of this desk for one."]
                :
                [
                    "No account, or the password forgotten: ask an administrator of this desk for a link, by which you choose a new one.",
                ],
            Left = Issuers(context).Left(context) is { } left ? (left.Name, IssuerDoor.Leaves(left)) : null,
            Issuers = [.. Issuers(context).OfStaff.Select(one => (one.Name, IssuerDoor.Begins(one, next)))],
            More = mailLeaves ? ("The password is forgotten", ForgottenEndpoints.Path) : null,
            Desks = Desks(context),
        };
    }

    private static AccountFormView Password(string next, string email) =>
        new(
            "/sign-in",
            "Sign in",
            [
                new("email", "E-mail address", FieldType.Email) { Value = email, Autocomplete = "username" },
                new("password", "Password", FieldType.Password) { Autocomplete = "current-password" },
                new("return", "", FieldType.Hidden) { Value = next },
            ]
        )
        {
            Look = "primary",
        };

    // Whoever types the bare address may be a customer.
    private static IReadOnlyList<CustomersDoor> Desks(HttpContext context) =>
        [
            .. context
                .RequestServices.GetRequiredService<DeskRegister>()
                .Active.Select(guide => new CustomersDoor(
                    guide.Desk.Name,
                    guide.Document.Provider,
                    PortalAddresses.Home(guide.Document.Id),
                    Addresses.Guide(guide.Document.Id)
                )),
        ];

    private static IssuerDoor Issuers(HttpContext context) => context.RequestServices.GetRequiredService<IssuerDoor>();

    public const string NoSuchCode =
        "This code is not the one of now, or was used already. Wait for the next one, or use a recovery code.";

    /// <param name="halfWay">Shows that the password was right.</param>
    public static EntryView Code(HttpContext context, string next, string halfWay) =>
        new(
            AccountAround.Of(context),
            "One-time code",
            new AccountFormView(
                "/sign-in/code",
                "Sign in",
                [
                    new("code", "Code")
                    {
                        Autocomplete = "one-time-code",
                        Hint = "The six digits that your authenticator shows now; or one of your recovery codes.",
                    },
                    new("half-way", "", FieldType.Hidden) { Value = halfWay },
                    new("return", "", FieldType.Hidden) { Value = next },
                ]
            )
            {
                Look = "primary",
            }
        )
        {
            After =
            [
                "No authenticator and no recovery code: ask an administrator to take the one-time code away from your account.",
            ],
        };

    public static EntryView FirstRun(HttpContext context, FormValues typed, bool isFirst) =>
        new(
            AccountAround.Of(context),
            isFirst ? "Set up this desk" : "Get in again",
            new AccountFormView(
                Addresses.FirstRun,
                "Make my account",
                [
                    typed.Fill(
                        new("token", "Token")
                        {
                            Hint = isFirst
                                ? "rung serve printed it when it started. It is good for 24 hours and works once."
                                : "rung account first-run printed it. It is good for 24 hours and works once.",
                        }
                    ),
                    .. Who(typed),
                    NewPassword,
                ]
            )
            {
                Look = "primary",
                Says =
                [
                    isFirst
                        ? "Nobody who can sign in administers this installation yet. You will: you give out the accounts, and the roles at each desk."
                        : "This desk is set up. Whoever has its data folder makes another administrator here, beside those that there are.",
                ],
            }
        );

    public static EntryView Invitation(HttpContext context, Account account) =>
        new(
            AccountAround.Of(context),
            $"Welcome, {account.Name}",
            new AccountFormView(context.Request.Path, "Set my password", [Known(account), NewPassword])
            {
                Look = "primary",
                Says = [$"Choose the password that you sign in with, as {account.Email}. This link works once."],
            }
        );

    // For password managers, which keep the password with it.
    private static FieldView Known(Account account) =>
        new("email", "E-mail address", FieldType.Email) { Value = account.Email, Autocomplete = "username" };

    public static FieldView NewPassword =>
        new("password", "Password", FieldType.Password)
        {
            Autocomplete = "new-password",
            Hint =
                $"At least {PasswordRule.Shortest} characters. Several words do well; paste one from a password manager if you have one.",
        };

    public static IReadOnlyList<FieldView> Who(FormValues typed) =>
        [
            typed.Fill(
                new("name", "Name")
                {
                    Autocomplete = "name",
                    Hint = "As colleagues and customers read it in the timeline.",
                }
            ),
            typed.Fill(new("email", "E-mail address", FieldType.Email) { Autocomplete = "username" }),
        ];

    public static (string Field, string? Fault)[] Faults(Person person) =>
        [("name", person.NameFault), ("email", person.EmailFault)];
}
