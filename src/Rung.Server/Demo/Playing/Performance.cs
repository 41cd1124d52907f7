using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;

namespace Rung.Server.Demo.Playing;

/// <summary>Plays one story through the core; a refused command is a bug in the story and stops the build.</summary>
internal sealed class Performance(Stage stage, Play play, long number, Random random)
{
    private readonly List<CaseFile> _files = [];
    private Instant _at = play.Starts;

    private CaseFile File => _files[^1];

    /// <summary>The story's case as it stands at opening, and the one that continues it where there is one.</summary>
    public IEnumerable<DemoCase> Run()
    {
        LogIt();
        foreach (var step in play.Story.Steps)
        {
            _at = StoryTime.After(_at, step.After, Allowed());
            if (_at > play.Opening)
            {
                break;
            }
            Do(step);
        }
        foreach (var file in _files)
        {
            file.FallDue(play.Opening);
        }
        return _files.Select(file => file.Finished());
    }

    private void LogIt()
    {
        var opening = new Opening(play, random);
        var handled = CaseDesk.Log(play.Guide, opening.Log(), Moment.Now(opening.By(number), _at, Reference(number)));
        _files.Add(new CaseFile(play.Guide, number, () => By(Part.Engineer)));
        File.Add(Done(handled, "log").Change, _at);
        if (opening.Answers() is { } answers)
        {
            _at += opening.Call;
            Handle(answers, opening.By(number));
        }
    }

    private void Do(StoryStep step)
    {
        File.FallDue(_at);
        Handle(step.Command(new Scene(play, play.Contact, _at, stage.Reference)), By(step.By));
    }

    private void Handle(CaseCommand command, Actor by)
    {
        var moment = Moment.Now(by, _at, Reference(stage.NumberAhead));
        var done = Done(CaseDesk.Handle(play.Guide, File.Events, command, moment), command.GetType().Name);
        File.Add(done.Change, _at);
        if (done.Next is { } next)
        {
            _files.Add(new CaseFile(play.Guide, stage.NextNumber(), () => By(Part.Engineer)));
            File.Add(next, _at);
        }
    }

    private Actor By(Part part)
    {
        var crew = Crew.Of(play.Guide.Document.Id);
        return part switch
        {
            Part.Engineer when File.State.Engineer is { } engineer => crew.Engineer(engineer),
            Part.Engineer or Part.Agent => crew.AgentOnDuty(number),
            Part.Leader => crew.Leader,
            Part.Handler => crew.Handler,
            Part.Contact => play.Caller,
            _ => throw new NotSupportedException($"No actor for {part}."),
        };
    }

    private Allowed Allowed() => new(play.Calendar, ClockReader.Primary(ClockReader.Read(play.Guide, File.State, _at)));

    private CaseReference Reference(long of) => CaseReference.FromNumber(play.Guide.Desk.ReferencePrefix, of);

    private Handled.Done Done(Handled handled, string what) =>
        handled switch
        {
            Handled.Done done => done,
            Handled.Refused refused => throw new InvalidOperationException(
                $"The demo's \"{play.Story.Subject}\" ({play.Customer.Name}): {what} at {_at} was refused: "
                    + $"{refused.Refusal.Code}, {refused.Refusal.Sentence}"
            ),
            _ => throw new NotSupportedException(),
        };
}
