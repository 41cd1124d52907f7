using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>
/// One escalation over several cases of a customer: its end changes all of them in one transaction, as links do (SMC-39).
/// </summary>
internal sealed class EscalationCovers(RungDatabase database, CaseKeeper keeper, DeskClock clock)
{
    /// <summary>The cases that the escalation which is to end covers; none where it covers only its own.</summary>
    public static IReadOnlyList<CaseReference> Of(CaseHistory history, EndEscalation command)
    {
        var ending = CaseState.Of(history.Events).EscalationAbout(command.About);
        return [.. (ending?.Covers ?? []).Where(covered => covered.Until is null).Select(covered => covered.Reference)];
    }

    /// <summary>Whether both are of one customer that is on file.</summary>
    public static bool AreOfOneCustomer(CaseHistory one, CaseHistory other) =>
        Customer(one) == Customer(other) && Customer(one) != Core.Customers.Customer.Unregistered;

    /// <summary>Ends the escalation on its own case and on those that it covers; refused while one contradicts what is said of it.</summary>
    public async Task<DeskAnswer> End(
        CaseHistory lead,
        EndEscalation command,
        Requester who,
        Func<CaseHistory, Guide> guideOf
    )
    {
        var now = clock.Now();
        var covered = await Load(Of(lead, command));
        var told = command with { Covers = [.. covered.Select(one => Rfo(guideOf(one), one, now))] };
        var handled = CaseDesk.Handle(guideOf(lead), lead.Events, told, ServiceDesk.At(who, now, default));
        if (handled is not Handled.Done done)
        {
            return new DeskAnswer.Refused(((Handled.Refused)handled).Refusal);
        }
        List<ChangedCase> changed = [new(lead.Id, guideOf(lead), done.Change)];
        foreach (var one in covered)
        {
            var end = new Unlink(lead.Reference, EscalationEnded.OnCovered) { Kind = LinkKind.CoveredBy };
            var there = CaseDesk.Handle(guideOf(one), one.Events, end, Moment.Now(who.Actor, now, default));
            if (there is not Handled.Done doneThere)
            {
                return new DeskAnswer.Refused(((Handled.Refused)there).Refusal);
            }
            changed.Add(new ChangedCase(one.Id, guideOf(one), doneThere.Change));
        }
        return await keeper.Save(changed, new Work(who, lead.Events));
    }

    private async Task<List<CaseHistory>> Load(IReadOnlyList<CaseReference> references)
    {
        var loaded = new List<CaseHistory>();
        foreach (var reference in references)
        {
            if (await database.Cases.Load(reference) is { } one)
            {
                loaded.Add(one);
            }
        }
        return loaded;
    }

    private static CoveredRfo Rfo(Guide guide, CaseHistory history, Instant now)
    {
        var state = CaseState.Of(history.Events);
        var rfo =
            state.Rfo is not null ? RfoState.Given
            : state.IsLive && CaseFacts.Of(guide, state, now).OwesRfo ? RfoState.Owed
            : RfoState.NotNeeded;
        return new CoveredRfo(history.Reference, rfo);
    }

    private static string Customer(CaseHistory history) => ((CaseLogged)history.Events[0]).Reporter.CustomerId;
}
