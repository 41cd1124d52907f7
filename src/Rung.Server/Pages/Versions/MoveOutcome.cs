using Rung.Core.Cases;
using Rung.Server.Desk;

namespace Rung.Server.Pages.Versions;

/// <summary>What came of moving cases to a version, one after another, to be said at the top of the next page.</summary>
internal sealed class MoveOutcome(string version)
{
    private int _moved;
    private int _changed;
    private int _refused;
    private string? _firstWhy;

    public void Add(CaseReference reference, DeskAnswer answer)
    {
        switch (answer)
        {
            case DeskAnswer.Done:
                _moved++;
                break;
            case DeskAnswer.Stale:
                _changed++;
                break;
            case DeskAnswer.Refused refused:
                _refused++;
                _firstWhy ??= $"{reference}: {refused.Refusal.Sentence}";
                break;
            default:
                throw new NotSupportedException($"No words for {answer.GetType().Name}.");
        }
    }

    public string Words
    {
        get
        {
            List<string> said =
            [
                (_moved, _changed + _refused) switch
                {
                    (0, 0) => "Nothing was ticked, so nothing was moved.",
                    (0, _) => "Nothing was moved.",
                    (1, _) => $"1 case goes on under version {version}.",
                    _ => $"{_moved} cases go on under version {version}.",
                },
            ];
            if (_changed > 0)
            {
                said.Add(
                    _changed == 1
                        ? "On 1 something has happened since you looked: look at it again."
                        : $"On {_changed} something has happened since you looked: look at them again."
                );
            }
            if (_firstWhy is not null)
            {
                said.Add(_refused == 1 ? $"1 could not be. {_firstWhy}" : $"{_refused} could not be. {_firstWhy}");
            }
            return string.Join(' ', said);
        }
    }
}
