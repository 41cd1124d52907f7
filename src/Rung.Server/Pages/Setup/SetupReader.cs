using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Server.Pages.Accounts;
using Rung.Storage;

namespace Rung.Server.Pages.Setup;

/// <summary>Reads how far the setting up of this installation is.</summary>
internal sealed class SetupReader(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    RungOptions options,
    MailboxHealth health
)
{
    public async Task<SetupView> Read(HttpContext context)
    {
        var account = SignedIn.SessionOf(context).Account;
        var accounts = await database.Accounts.All();
        var guides = new SetupGuides(desks, clock, options.DataFolder);
        var customers = new SetupCustomers(database, desks);
        return new SetupView(
            AccountAround.Of(context),
            [
                SetupPeople.Administrator(account, accounts),
                guides.Guide(),
                guides.Holidays(),
                SetupMail.Out(options.Smtp, account.Email, await database.Settings.Muted()),
                SetupMail.In(await health.All()),
                SetupPeople.Colleagues(accounts),
                await customers.OnFile(),
                await customers.Sample(),
                Backup(),
            ]
        );
    }

    private SetupStepView Backup() =>
        new(
            "backup",
            "Backup",
            SetupStanding.Later,
            [
                "Rung does not know when you last made one: have your machine make one every night. A restored copy sends and fetches no mail until you say so. The second command says what is wrong with an installation, running or not.",
            ]
        )
        {
            Commands = [$"rung db backup FILE --data {options.DataFolder}", $"rung doctor --data {options.DataFolder}"],
        };
}
