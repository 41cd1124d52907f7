using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Scenarios.Running;

/// <summary>One case of a scenario: what happened on it, what it told, what will fall due.</summary>
internal sealed class SimulatedCase(string alias)
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<OutgoingMessage> _mails = [];
    private int _eventsBefore;
    private int _mailsBefore;

    public string Alias { get; } = alias;
    public IReadOnlyList<CaseEvent> Events => _events;
    public IReadOnlyList<OutgoingMessage> Mails => _mails;
    public IReadOnlyList<CaseEvent> FreshEvents => _events[_eventsBefore..];
    public IReadOnlyList<OutgoingMessage> FreshMails => _mails[_mailsBefore..];
    public CaseState State { get; private set; } = null!;
    public IReadOnlyList<Due> Dues { get; private set; } = [];

    public void Take(Change change)
    {
        _events.AddRange(change.Events);
        _mails.AddRange(
            change
                .Messages.Where(message => message.Channel == Channel.Email)
                .ExceptBy(_mails.Select(mail => mail.Key), message => message.Key)
        );
        (State, Dues) = (change.State, change.Dues);
    }

    /// <summary>What happens from here on is fresh.</summary>
    public void Remember() => (_eventsBefore, _mailsBefore) = (_events.Count, _mails.Count);
}
