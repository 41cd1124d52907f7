using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;

namespace Rung.Core.Cases.Deciding;

/// <summary>By which channels the customers of a contract may report. ESS-04.</summary>
internal static class ContractDoor
{
    /// <summary>A complaint may come any way (ESS-88), and what is written on a closed case goes on as it came .</summary>
    public static Refusal? Refuses(Guide guide, LogCase command) =>
        guide.Contract(command.Reporter.Contract) is { } contract
        && !contract.Takes(command.Source)
        && command.Continues is null
        && !guide.IsComplaint(command.Kind)
            ? new Refusal(
                RefusalCode.ChannelNotInContract,
                $"Under the contract \"{contract.Name}\" nothing is reported {Phrase.By(command.Source)}{Instead(guide, contract, command.Services)}.",
                "ESS-04",
                contract.Cite
            )
            : null;

    private static string Instead(Guide guide, Contract contract, IReadOnlyList<string> services)
    {
        var addresses = SupportRoutes.For(guide, services)?.Addresses ?? [];
        var ways = (contract.Channels ?? []).Select(channel =>
            addresses.FirstOrDefault(address => address.Channel == channel) is { } address
                ? $"{Phrase.By(channel)} ({address.Address})"
                : Phrase.By(channel)
        );
        return Phrase.Or(ways) is { Length: > 0 } words ? $", but {words}" : ", nor in any other way";
    }
}
