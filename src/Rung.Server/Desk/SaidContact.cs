using Rung.Core.Cases;
using Rung.Storage;

namespace Rung.Server.Desk;

/// <summary>
/// Where whoever asks is believed, as in the demo and at the machine itself: the contact on file whom they say they are by name.
/// </summary>
internal static class SaidContact
{
    /// <returns>Nobody on file, where the customer has none of this name, or several.</returns>
    public static async Task<Actor> Of(RungDatabase database, Actor said) =>
        said is { IsCustomer: true, ContactId: null, CustomerId: { } customer }
            ? said with
            {
                ContactId = (await database.Customers.Find(customer))?.Named(said.Name)?.Id,
            }
            : said;
}
