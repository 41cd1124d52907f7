using System.Text;
using Rung.Core.Cases;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Core.History.Drafting;

/// <summary>
/// Drafts the mapping of a log. What only a person can know (a zone, whether the day or the month comes first) stands as
/// <see cref="TimeFormat.Ask"/> in the draft, which is refused until it is answered; everything else is a guess to be
/// looked at.
/// </summary>
public sealed class MapDraft
{
    private readonly LogSurvey _survey;
    private readonly string? _zone;
    private readonly char _delimiter;
    private readonly StringBuilder _text = new();

    private MapDraft(LogSurvey survey, string? zone, char delimiter) =>
        (_survey, _zone, _delimiter) = (survey, zone, delimiter);

    /// <param name="id">What the history could be called.</param>
    /// <param name="zone">Zone of the log's times; null: not known.</param>
    public static string Write(LogSurvey survey, string id, string? zone, char delimiter)
    {
        var draft = new MapDraft(survey, zone, delimiter);
        draft.Head(id);
        draft.Times();
        draft.Columns();
        draft.Meaning();
        draft.Guides();
        return draft._text.ToString();
    }

    private bool IsByMilestone =>
        _survey.Guess.States.Count == 0
        || (_survey.Times.Count > 1 && _survey.Column(_survey.Guess.Case)?.Distinct == _survey.Rows);

    private ColumnSurvey? At => _survey.Times.Count > 0 ? _survey.Times[0] : null;

    private void Head(string id)
    {
        Line("# Drafted by 'rung import history --draft': look at every line, above all at the states.");
        Line($"{HistoryMapReader.LanguageKey}: {HistoryMapReader.Language}");
        Line("");
        Line($"desk: {id, -40} # the name that this history is kept and found under");
        Line($"name: {Quoted(id)}");
        Line("");
        var delimiter = _delimiter switch
        {
            ';' => "semicolon",
            '\t' => "tab",
            '|' => "pipe",
            _ => "comma",
        };
        Line($"file: {{ delimiter: {delimiter} }}");
        Line("");
    }

    private void Times()
    {
        var times = IsByMilestone ? _survey.Times : _survey.Times.Take(1).ToList();
        var hasOffsets = times.Count > 0 && times.All(column => column.HasOffsets);
        Line("times:");
        Line(
            _zone is not null ? $"  zone: {_zone}"
            : hasOffsets
                ? "  zone: UTC                              # every time has its offset; this zone is for those that would have none"
            : $"  zone: \"{TimeFormat.Ask}\"                             # times have no offset: say whose wall clock this is, like Europe/London"
        );
        Line($"  format: {Format(times)}");
        Line("");
    }

    private static string Format(IReadOnlyList<ColumnSurvey> times)
    {
        var fitting =
            times.Count == 0
                ? []
                : TimeCandidate
                    .All.Where(format => times.All(column => column.Formats.Contains(format)))
                    .Select(format => format.Text)
                    .ToList();
        return fitting.Count switch
        {
            0 when times.Count == 0 =>
                $"\"{TimeFormat.Ask}\"   # no column was recognised as a time: write its format like dd/MM/yyyy HH:mm",
            0 =>
                $"[{string.Join(", ", times.SelectMany(column => column.Formats.Take(1)).Select(format => Quoted(format.Text)).Distinct())}]",
            1 => Quoted(fitting[0]),
            _ =>
                $"\"{TimeFormat.Ask}\"   # every time can be read as {string.Join(" or as ", fitting)}: which one is it?",
        };
    }

    private void Columns()
    {
        var guess = _survey.Guess;
        Line("columns:");
        Line(
            guess.Case is null
                ? $"  case: {Quoted(_survey.Columns[0].Name), -40} # a guess: the first column"
                : $"  case: {Quoted(guess.Case)}"
        );
        if (!IsByMilestone)
        {
            Line(
                At is null
                    ? $"  at: {Quoted(_survey.Columns[^1].Name), -42} # a guess: no column was recognised as a time"
                    : $"  at: {Quoted(At.Name)}"
            );
            Line($"  state: [{string.Join(", ", guess.States.Select(Quoted))}]");
        }
        Named("impact", guess.Impact);
        Named("subject", guess.Subject);
        Named("customer", guess.Customer);
        Named("person", guess.Person);
        Named("team", guess.Team);
        Line("");
    }

    private void Named(string key, string? column)
    {
        if (column is not null)
        {
            Line($"  {key}: {Quoted(column)}");
        }
    }

    private void Meaning()
    {
        if (IsByMilestone)
        {
            Milestones();
            return;
        }
        Line($"states:                                 # {string.Join(", ", Words<ImportedState>.All)}");
        foreach (var (state, count) in _survey.States.OrderByDescending(pair => pair.Value))
        {
            var guess = StateGuess.Of(state);
            var meaning = Words.Of(guess ?? ImportedState.Noted);
            Line(
                $"  {Quoted(state)}: {meaning}   # {count:N0} times{(guess is null ? "; not recognised, so kept as saying nothing: what is it?" : "")}"
            );
        }
        Line("");
    }

    private void Milestones()
    {
        Line("milestones:                             # a column for each moment; an empty cell: it did not happen");
        var used = new HashSet<ImportedState>();
        foreach (var column in _survey.Times)
        {
            var state = StateGuess.Of(column.Name);
            if (state is { } moment && used.Add(moment))
            {
                Line($"  {Words.Of(moment)}: {Quoted(column.Name)}");
            }
            else
            {
                Line($"  # {Quoted(column.Name)} is a time as well; not recognised");
            }
        }
        if (!used.Contains(ImportedState.Open))
        {
            Line($"  open: \"{TimeFormat.Ask}\"                       # the column that says when a case began");
        }
        Line("");
    }

    private void Guides()
    {
        Line("kind: fault");
        Line("channel: phone                          # it decides where the guide starts a clock");
        var impacts = _survey.Column(_survey.Guess.Impact)?.Values;
        if (impacts is null or { Count: 0 })
        {
            Line("otherwise: P3                           # no column of impacts: every case has this priority");
            return;
        }
        Line("priorities:                             # by the ids that your guide gives its priorities");
        foreach (var (impact, count) in impacts.OrderBy(pair => StateGuess.RankOf(pair.Key)))
        {
            Line($"  {Quoted(impact)}: P{StateGuess.RankOf(impact)}   # {count:N0} times");
        }
    }

    private void Line(string line) => _text.Append(line).Append('\n');

    private static string Quoted(string text)
    {
        var isPlain =
            text.Length > 0
            && char.IsLetter(text[0])
            && text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '/' or '-' or '_' or '.')
            && !text.EndsWith(' ');
        var isWord = text.ToLowerInvariant() is "null" or "true" or "false" or "yes" or "no" or "on" or "off";
        return isPlain && !isWord
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";
    }
}
