using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.History.Replaying;

/// <summary>Tells the lines of one life, each seeing what the ones before it made of the case.</summary>
internal sealed class Telling(Guide guide, RetoldWords words, List<CaseEvent> events)
{
    private ImportedState _now = ImportedState.Open;
    private string? _impact;
    private string? _priority;
    private string? _person;

    public bool IsClosed => _now.IsClosed();

    public void Add(Imported line)
    {
        Prioritise(line);
        switch (line.State)
        {
            case ImportedState.Open:
                GoOn(line);
                break;
            case ImportedState.Assigned or ImportedState.Waiting:
                GoOn(line);
                Work(line);
                break;
            case ImportedState.OnHold:
                Hold(line);
                break;
            case ImportedState.Resolved or ImportedState.ResolvedOnFirstCall:
                Resolve(line);
                break;
            case ImportedState.Closed or ImportedState.Cancelled:
                Close(line);
                break;
            default:
                throw new NotSupportedException($"No telling of {line.State}.");
        }
        _now = IsClosed && line.State.IsEnd() ? _now : line.State;
    }

    private void Prioritise(Imported line)
    {
        // An empty cell says nothing, of the impact as of everything else.
        var impact = line.Impact ?? _impact;
        if (impact == _impact && _priority is not null)
        {
            return;
        }
        _impact = impact;
        if (words.PriorityOf(_impact) is { } priority && priority != _priority)
        {
            var cause =
                _priority is null ? PriorityCause.Chosen
                : guide.Rank(priority) < guide.Rank(_priority) ? PriorityCause.Raised
                : PriorityCause.Lowered;
            _priority = priority;
            Tell(line, new PrioritySet(priority, cause, null, null, _impact));
        }
    }

    private void GoOn(Imported line)
    {
        if (_now == ImportedState.OnHold && words.Hold is not null)
        {
            Tell(line, new Resumed(ResumeCause.AgentEnded));
        }
        else if (_now.IsEnd())
        {
            Tell(line, new Rejected(line.Said));
        }
        else if (_now == ImportedState.Waiting && line.State != ImportedState.Waiting)
        {
            Tell(line, new WaitEnded());
        }
    }

    private void Work(Imported line)
    {
        if (_person != line.By.Name || _now is ImportedState.Open)
        {
            _person = line.By.Name;
            Tell(line, new Assigned(_person));
        }
        if (line.State == ImportedState.Waiting && _now != ImportedState.Waiting)
        {
            Tell(line, new WaitBegan(words.Wait, line.Said));
        }
    }

    private void Hold(Imported line)
    {
        if (_now == ImportedState.OnHold)
        {
            return;
        }
        GoOn(line);
        if (words.Hold is { } reason)
        {
            Tell(line, new Held(reason, line.Said, null));
        }
    }

    private void Resolve(Imported line)
    {
        if (!_now.IsEnd())
        {
            var where =
                line.State == ImportedState.ResolvedOnFirstCall ? ResolvedWhere.OnFirstCall : ResolvedWhere.Later;
            Tell(line, new Resolved(line.Said, Confirmation.NotRequired, where));
        }
    }

    // What was closed had been resolved, whether or not the log says so; what was cancelled had not.
    private void Close(Imported line)
    {
        if (line.State == ImportedState.Closed)
        {
            Resolve(line);
        }
        if (!IsClosed)
        {
            Tell(line, new Closed(ClosedBecause.ByAgent, null));
        }
    }

    private void Tell(Imported line, CaseEvent happened) =>
        events.Add(happened with { At = line.At, RecordedAt = line.RecordedAt, By = line.By });
}
