using Rung.Server.Accounts;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Setup;

/// <summary>Who administers, and who else works here.</summary>
internal static class SetupPeople
{
    public static SetupStepView Administrator(Account account, IReadOnlyList<AccountWithRights> all)
    {
        var administrators = all.Count(one => one.Account.IsOpen && one.Rights.Contains(AccountRole.OfInstallation));
        return new SetupStepView(
            "administrator",
            "Administrator",
            SetupStanding.Done,
            [
                administrators > 1
                    ? $"{account.Name} and {TimesWords(administrators - 1)} administer this installation."
                    : $"{account.Name} alone administers this installation. Invite a second one, for the day when you cannot get in.",
                .. account.CodeKey is null
                    ? (string[])["A password alone protects your account: add a passkey or a one-time code."]
                    : [],
            ]
        )
        {
            Links = [("Your account", Addresses.Account)],
        };
    }

    public static SetupStepView Colleagues(IReadOnlyList<AccountWithRights> all) =>
        all.Count > 1
            ? new("people", "Colleagues", SetupStanding.Done, [$"{all.Count} people have an account."])
            {
                Links = [("Accounts", Addresses.Accounts)],
            }
            : new(
                "people",
                "Colleagues",
                SetupStanding.ToDo,
                [
                    "Nobody else has an account. Each agent, team leader and duty manager gets their own, with a role at a desk.",
                ]
            )
            {
                Links = [("Invite somebody", Addresses.Accounts)],
            };

    private static string TimesWords(int others) => others == 1 ? "one other" : $"{others} others";
}
