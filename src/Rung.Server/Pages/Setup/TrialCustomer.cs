using Rung.Server.Api;
using Rung.Server.Api.Bodies;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Pages.Setup;

/// <summary>
/// A customer for trying the desk: its one contact is whoever sets the desk up, so that no mail about a sample case reaches
/// anybody else.
/// </summary>
internal sealed class TrialCustomer(RungDatabase database, CustomerFiling filing, DeskRegister desks)
{
    public const string Name = "Trial customer";
    private const string Id = "trial-customer";
    private const string SiteCode = "TRIAL";

    /// <returns>Null: it is on file, or was before.</returns>
    public async Task<string?> Add(string desk, string name, string email)
    {
        if (!desks.TryGet(desk, out var guide))
        {
            return "There is no such desk.";
        }
        if (await database.Customers.Find(desk, IdAt(desk)) is not null)
        {
            return null;
        }
        var request = new CustomerRequest
        {
            Name = Name,
            SiteCode = SiteCode,
            Services = [.. guide.Services.Select(one => one.Id)],
            Contacts = [new ContactRequest("me", name, null, email)],
        };
        var filed = await filing.Put(guide, IdAt(desk), null, request);
        return filed.Problem is null
            ? null
            : $"A customer has the site code {SiteCode} already, or this desk's guide asks for more: add a customer by hand.";
    }

    /// <summary>Its id at a desk: an id is one customer's in the whole installation.</summary>
    public static string IdAt(string desk) => $"{Id}-{desk}";
}
