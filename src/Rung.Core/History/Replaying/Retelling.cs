using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.History.Replaying;

/// <summary>
/// Tells imported cases again in the events of this product, as they would stand under a guide. What happened is left as
/// it was, and nothing is decided: no command, no refusal. Only one thing is told otherwise. A closed case that was worked
/// on again becomes a new case from there on, with a clock of its own, since closed is closed here (ESS-53).
/// </summary>
public sealed class Retelling
{
    private readonly Guide _guide;
    private readonly RetoldWords _words;

    /// <summary>Tells under this guide, in words that are known to it.</summary>
    public Retelling(Guide guide, RetoldWords words) => (_guide, _words) = (guide, words);

    /// <summary>The lives of a case, in order; none when no line says anything about its state.</summary>
    public IReadOnlyList<Life> Lives(ImportedCase one)
    {
        var lives = new List<Life>(1);
        Telling? telling = null;
        foreach (var line in one.Lines)
        {
            if (line.State == ImportedState.Noted)
            {
                continue;
            }
            if (telling is null || (telling.IsClosed && !line.State.IsEnd()))
            {
                telling = Begin(one, line, lives);
            }
            telling.Add(line);
        }
        return lives;
    }

    private Telling Begin(ImportedCase one, Imported line, List<Life> lives)
    {
        var events = new List<CaseEvent>(one.Lines.Count + 2);
        var logged = Logged(one.Logged, line);
        lives.Add(new Life(one.Key, lives.Count + 1, events, line.State));
        events.Add(logged);
        return new Telling(_guide, _words, events);
    }

    private CaseLogged Logged(CaseLogged imported, Imported line)
    {
        var moment = new Moment(line.By, line.At, line.RecordedAt, imported.Reference);
        var command = new LogCase
        {
            Kind = _words.Kind,
            Source = imported.Source,
            Subject = imported.Subject,
            Reporter = imported.Reporter,
        };
        var start = Logging.ClockStart(_guide, command, moment);
        return imported with
        {
            At = line.At,
            RecordedAt = line.RecordedAt,
            By = line.By,
            Desk = _guide.Document.Id,
            GuideVersion = _guide.Document.Version,
            Kind = _words.Kind,
            Reporter = imported.Reporter with { Contract = _words.Contract },
            ReceivedAt = line.At,
            ClockStart = start.Ok ? start.Value : line.At,
            StartCite = Logging.StartRule(_guide, imported.Source)?.Cite ?? _guide.Desk.Cite,
        };
    }
}

/// <summary>A case from its beginning to its closing, in the events of this product.</summary>
/// <param name="Key">The case's reference at the other desk.</param>
/// <param name="Number">1, and more for each time that it was worked on again after closing.</param>
/// <param name="First">What the first line says.</param>
public sealed record Life(string Key, int Number, IReadOnlyList<CaseEvent> Events, ImportedState First)
{
    /// <summary>"1-364285768", "1-364285768 (2)" from the second life on.</summary>
    public string Name => Number == 1 ? Key : $"{Key} ({Number})";
}
