using System.CommandLine;
using System.CommandLine.Parsing;
using Rung.Core.Cases;

namespace Rung.Server.Commands.Asking;

/// <summary>As whom a verb asks, in the options <c>--actor</c> and <c>--role</c>: complaints exist for some only. ESS-93.</summary>
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

    public void AddTo(Command command)
    {
        command.Add(_actor);
        command.Add(_role);
        command.Validators.Add(NeedsName);
    }

    /// <summary>Null: nobody says so, and no complaint is seen of a desk that runs; of one that does not, all are.</summary>
    public Actor? Of(ParseResult parsed) =>
        parsed.GetValue(_actor) is { } name ? new Actor(name, parsed.GetValue(_role) ?? Actor.AgentRole) : null;

    private void NeedsName(CommandResult given)
    {
        if (given.GetValue(_actor) is { } name && string.IsNullOrWhiteSpace(name))
        {
            given.AddError("--actor needs a name.");
        }
        else if (given.GetValue(_role) is not null && string.IsNullOrWhiteSpace(given.GetValue(_actor)))
        {
            given.AddError("--role says in which role: say with --actor who asks.");
        }
    }
}
