using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Accounts;

/// <summary>Reads what somebody's own page shows.</summary>
internal sealed class OwnAccount(RungDatabase database, DeskRegister desks, DeskClock clock)
{
    /// <param name="faults">What was wrong with the form that was sent; null: none was.</param>
    public async Task<OwnAccountView> View(
        HttpContext context,
        IReadOnlyList<(string Field, string? Fault)>? faults = null
    )
    {
        var (here, account) = (SignedIn.SessionOf(context), SignedIn.SessionOf(context).Account);
        var sessions = await database.Sessions.OfAccount(account.Id, clock.Now());
        return new OwnAccountView(AccountAround.Of(context), account.Name, account.Email)
        {
            Roles = [.. here.Rights.Select(right => AccountRole.Words(right, desks.Active))],
            Sessions = [.. sessions.Select(session => Session(session, here.Hash))],
            Zone = desks.Active[0].DeskCalendar.Zone.Id,
            Forms =
            [
                ChangePassword.With(faults ?? []),
                await Code(account, faults ?? []),
                .. await Passkeys(account, faults ?? []),
                EndOthers,
            ],
        };
    }

    private static AccountFormView ChangePassword =>
        new(
            $"{Addresses.Account}/password",
            "Change the password",
            [
                new("now", "Password now", FieldType.Password) { Autocomplete = "current-password" },
                EntryForms.NewPassword with
                {
                    Label = "New password",
                },
            ]
        )
        {
            Heading = "Password",
            Says = ["Another password signs you out everywhere but here."],
        };

    private async Task<AccountFormView> Code(Account account, IReadOnlyList<(string Field, string? Fault)> faults)
    {
        if (account.CodeKey is null)
        {
            return new AccountFormView(CodeEndpoints.Begin, "Set up a one-time code", [])
            {
                Heading = "One-time code",
                Says =
                [
                    "A program on your telephone shows another six digits every 30 seconds. Whoever knows your password does not get in without them.",
                ],
            };
        }
        var left = await database.Accounts.RecoveryLeft(account.Id);
        return new AccountFormView(
            CodeEndpoints.Remove,
            "Take it away",
            [new("sure", "Password now", FieldType.Password) { Autocomplete = "current-password", Form = "code" }]
        )
        {
            Heading = "One-time code",
            Says =
            [
                $"It is asked for when you sign in. Of your recovery codes {left} are left. For a new authenticator or new recovery codes take it away and set it up again.",
            ],
        }.With(faults);
    }

    private async Task<IEnumerable<AccountFormView>> Passkeys(
        Account account,
        IReadOnlyList<(string Field, string? Fault)> faults
    )
    {
        var zone = desks.Active[0].DeskCalendar.Zone;
        var there = await database.Passkeys.OfAccount(account.Id);
        var make = new AccountFormView(
            PasskeyEndpoints.Add,
            "Make a passkey",
            [
                new("name", "Which device") { Hint = "So that you know it again, for example: desk telephone." },
                new(NewPasskey.PasswordField, "Password now", FieldType.Password) { Autocomplete = "current-password" },
                new("credential", "", FieldType.Hidden),
            ]
        )
        {
            Heading = "Another passkey",
            Says = ["With a passkey you sign in by what unlocks your device, without password and one-time code."],
            Passkey = "make",
        };
        return
        [
            .. there.Select(one => new AccountFormView($"{PasskeyEndpoints.Add}/{one.Id}/remove", "Take it away", [])
            {
                Heading = $"Passkey: {one.Name}",
                Says = [$"Made {MomentWords.Near(one.CreatedAt, clock.Now(), zone)}."],
            }),
            make.With(faults),
        ];
    }

    private static AccountFormView EndOthers =>
        new($"{Addresses.Account}/sessions", "Sign out everywhere else", [])
        {
            Heading = "Somewhere else",
            Says = ["A machine that you left, or do not know: end its session, at once."],
        };

    private SessionView Session(SessionRow session, string here)
    {
        var (now, zone) = (clock.Now(), desks.Active[0].DeskCalendar.Zone);
        return new SessionView(
            session.About.Length > 0 ? session.About : "A browser that says nothing of itself",
            $"Since {MomentWords.Near(session.BeganAt, now, zone)}, last used {MomentWords.Near(session.SeenAt, now, zone)}",
            session.Hash == here
        );
    }
}
