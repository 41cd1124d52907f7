using Rung.Core.Cases;
using Rung.Core.Escalations;
using Xunit;

namespace Rung.Core.Tests.Walks;

/// <summary>
/// What one command does to the cases around its own: what is told on all that belong to an incident comes to each once, and
/// what is refused is done to none. Worked out here from the links alone. Semantics 24 and 38, ESS-76, SMC-30.
/// </summary>
internal sealed class ToldOnAll
{
    private readonly Dictionary<CaseReference, int> _events;
    private readonly HashSet<CaseReference> _hear = [];
    private readonly CaseReference _here;
    private readonly CaseCommand _command;

    /// <param name="before">Every case there is, before the command.</param>
    public ToldOnAll(IReadOnlyDictionary<CaseReference, CaseState> before, CaseReference here, CaseCommand command)
    {
        (_here, _command) = (here, command);
        _events = before.ToDictionary(one => one.Key, one => one.Value.Version);
        if (command is not (SendUpdate or Resolve or GiveDisposition or WriteRfo))
        {
            return;
        }
        var below = new Stack<CaseReference>([here]);
        var seen = new HashSet<CaseReference> { here };
        while (below.TryPop(out var at))
        {
            foreach (var link in before[at].Links.Where(link => link.Kind == LinkKind.Child && seen.Add(link.Other)))
            {
                below.Push(link.Other);
                Hear(before[link.Other]);
            }
        }
        if (command is WriteRfo)
        {
            foreach (var lead in before[here].EscalatedWith.Select(lead => before[lead]).Where(Awaits))
            {
                Hear(lead);
            }
        }
    }

    /// <param name="after">Every case's events, after it.</param>
    /// <param name="isDone">False: it was refused.</param>
    public void Check(IReadOnlyDictionary<CaseReference, IReadOnlyList<CaseEvent>> after, bool isDone)
    {
        foreach (var (reference, events) in after)
        {
            var fresh = events.Skip(_events.GetValueOrDefault(reference)).ToList();
            Assert.True(
                isDone || fresh.Count == 0,
                $"{_command} was refused, and {reference} has {fresh.FirstOrDefault()}"
            );
            var told = fresh.Count(happened =>
                happened is Updated { Of: { } } or RfoWritten { Of: { } } && reference != _here
            );
            var hears = isDone && _hear.Contains(reference);
            // A link brings the reason for outage of an incident with it.
            Assert.True(
                _command is LinkTo || told == (hears ? 1 : 0),
                $"{_command} on {_here}: {reference} is told {told} times"
            );
        }
    }

    private void Hear(CaseState other)
    {
        if (other.IsLive && !(_command is WriteRfo && other.RfoWritten is { Of: null }))
        {
            _hear.Add(other.Reference);
        }
    }

    private static bool Awaits(CaseState lead) =>
        lead.Promises.Any(promise => promise is { For: PromiseFor.Rfo, KeptAt: null } && promise.IsToDo);
}
