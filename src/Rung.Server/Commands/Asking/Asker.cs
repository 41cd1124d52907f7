using System.CommandLine;
using System.CommandLine.Parsing;
using Rung.Core.Cases;

namespace Rung.Server.Commands.Asking;

/// <summary>
/// As whom a verb asks, in the options <c>--actor</c>, <c>--role</c> and <c>--customer</c>: complaints exist for some only, and a
/// customer's people see what is theirs. ESS-93.
/// </summary>
internal sealed class Asker
{
    private readonly Option<string?> _actor = new("--actor")
    {
        Description = "Ask as whoever has this name.",
        HelpName = "name",
    };

    private readonly Option<string?> _role = new("--role")
    {
        Description = "Ask in this role of the guide, such as complaint-handler; needs --actor.",
        HelpName = "id",
    };

    private readonly Option<string?> _customer = new("--customer") { HelpName = "id" };

    /// <param name="customers">What else <c>--customer</c> does; null: it only says whose person asks.</param>
    public void AddTo(Command command, string? customers = null)
    {
        _customer.Description =
            $"{customers ?? "Ask as one of this customer's people; needs --actor and --role contact."}";
        command.Add(_customer);
        if (customers is null)
        {
            command.Validators.Add(IsOfContact);
        }
        command.Add(_actor);
        command.Add(_role);
        command.Validators.Add(NeedsName);
    }

    /// <summary>Null: nobody says so, and no complaint is seen of a desk that runs; of one that does not, all are.</summary>
    public Actor? Of(ParseResult parsed) =>
        parsed.GetValue(_actor) is not { } name
            ? null
            : new Actor(name, parsed.GetValue(_role) ?? Actor.AgentRole) { CustomerId = Customer(parsed) };

    /// <summary>Id of the customer that is meant; null: none.</summary>
    public string? Customer(ParseResult parsed) => parsed.GetValue(_customer);

    /// <summary>Whether one of a customer's people asks.</summary>
    public bool IsOfCustomer(CommandResult given) => given.GetValue(_role) == Actor.ContactRole;

    private void IsOfContact(CommandResult given)
    {
        if (given.GetValue(_customer) is not null && !IsOfCustomer(given))
        {
            given.AddError("--customer says whose person asks: say with --actor and --role contact who it is.");
        }
    }

    private void NeedsName(CommandResult given)
    {
        if (given.GetValue(_actor) is { } name && string.IsNullOrWhiteSpace(name))
        {
            given.AddError("--actor needs a name.");
        }
        else if (IsOfCustomer(given) && string.IsNullOrWhiteSpace(given.GetValue(_customer)))
        {
            given.AddError("--role contact is somebody of a customer's: say of which with --customer, by its id.");
        }
        else if (given.GetValue(_role) is not null && string.IsNullOrWhiteSpace(given.GetValue(_actor)))
        {
            given.AddError("--role says in which role: say with --actor who asks.");
        }
    }
}
