using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Server.Demo.Playing;

/// <summary>A case while its story is played: what happened, what was written, what falls due.</summary>
/// <param name="ringer">Who telephones for the case at the moment.</param>
internal sealed class CaseFile(Guide guide, long number, Func<Actor> ringer)
{
    private const int Forgotten = 4;
    private static readonly Duration Ahead = Duration.FromMinutes(15);
    private readonly List<CaseEvent> _events = [];
    private readonly List<DemoMessage> _messages = [];
    private Change? _last;

    public IReadOnlyList<CaseEvent> Events => _events;

    public CaseState State => _last!.State;

    public DemoCase Finished() => new(number, [.. _events], State, _last!.Dues, [.. _messages]);

    public void Add(Change change, Instant at)
    {
        _events.AddRange(change.Events);
        _messages.AddRange(change.Messages.Select(message => new DemoMessage(message.NotBefore ?? at, message)));
        _last = change;
    }

    /// <summary>Lets everything happen that falls due up to a moment, each as soon as the due loop would notice.</summary>
    public void FallDue(Instant upTo)
    {
        while (_last!.Dues is [var due, ..] && due.At <= upTo)
        {
            if (due.Rule == DueRule.Call && due.Number != Forgotten)
            {
                Ring(due);
                continue;
            }
            var now = due.At > State.LastEventAt ? due.At : State.LastEventAt;
            var change = CaseDesk.FallDue(guide, _events, now);
            if (change.Events.Count == 0)
            {
                throw new InvalidOperationException(
                    $"Case {State.Reference}: {due.Key} fell due at {now} and did nothing."
                );
            }
            Add(change, now);
        }
    }

    // Somebody rings a little before the call is due; the fourth on a case is forgotten (ESS-51).
    private void Ring(Due due)
    {
        var at = Instant.Max(due.At - Ahead, State.LastEventAt);
        var call = new RecordCall(number % 5 == 0 ? CallOutcome.MessageLeft : CallOutcome.Reached);
        var rung = CaseDesk.Handle(guide, _events, call, Moment.Now(ringer(), at, default));
        Add(((Handled.Done)rung).Change, at);
    }
}
