using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Customers;

namespace Rung.Server.Pages.Setup;

/// <summary>The first customers, and a case to see how it goes.</summary>
internal sealed class SetupCustomers(RungDatabase database, DeskRegister desks)
{
    public async Task<SetupStepView> OnFile()
    {
        List<Guide> without = [];
        foreach (var guide in desks.Active)
        {
            if (await database.Customers.Page(guide.Document.Id, Presence.Present, null, 1) is [])
            {
                without.Add(guide);
            }
        }
        return new SetupStepView(
            "customers",
            "First customers",
            without.Count == 0 ? SetupStanding.Done : SetupStanding.ToDo,
            without.Count == 0
                ? ["Every desk has customers on file."]
                :
                [
                    .. without.Select(one => $"{one.Desk.Name} has no customer on file."),
                    "Take them over from a CSV file, of which you see first what would become of each row, or add one by hand.",
                ]
        )
        {
            Links =
            [
                .. desks.Active.SelectMany(one =>
                    ((string, string)[])
                        [
                            ($"Import: {one.Desk.Name}", $"{Addresses.Customers(one.Document.Id)}/import"),
                            ($"Add one: {one.Desk.Name}", $"{Addresses.Customers(one.Document.Id)}/new"),
                        ]
                ),
            ],
        };
    }

    public async Task<SetupStepView> Sample()
    {
        List<Guide> without = [];
        foreach (var guide in desks.Active)
        {
            if (!await database.Queue.HasCases(guide.Document.Id))
            {
                without.Add(guide);
            }
        }
        return new SetupStepView(
            "sample",
            "A sample case",
            without.Count == 0 ? SetupStanding.Done : SetupStanding.ToDo,
            without.Count == 0
                ? ["Every desk has had a case."]
                :
                [
                    $"Log a case, and look at the due times that the guide gives it and at what it says why. Take “{TrialCustomer.Name}” as the customer: its one contact is you, so that mails about it reach nobody else.",
                ]
        )
        {
            Forms =
            [
                .. (await WithoutTrial(without)).Select(one => new AccountFormView(
                    $"{Addresses.Setup}/trial",
                    $"Add the trial customer: {one.Desk.Name}",
                    [new FieldView("desk", "", FieldType.Hidden) { Value = one.Document.Id }]
                )),
            ],
            Links = [.. without.Select(one => ($"Log a case: {one.Desk.Name}", Addresses.NewCall(one.Document.Id)))],
        };
    }

    private async Task<IReadOnlyList<Guide>> WithoutTrial(IReadOnlyList<Guide> guides)
    {
        List<Guide> found = [];
        foreach (var guide in guides)
        {
            if (await database.Customers.Find(guide.Document.Id, TrialCustomer.IdAt(guide.Document.Id)) is null)
            {
                found.Add(guide);
            }
        }
        return found;
    }
}
