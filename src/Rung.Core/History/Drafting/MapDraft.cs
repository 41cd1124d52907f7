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
    private readonly LogFile _file;
    private readonly Answers _answers;
    private readonly StringBuilder _text = new();

    private MapDraft(LogSurvey survey, string? zone, LogFile file, Answers answers) =>
        (_survey, _zone, _file, _answers) = (survey, zone, file, answers);

    /// <param name="id">What the history could be called.</param>
    /// <param name="zone">Zone of the log's times; null: not known.</param>
    /// <param name="file">How the log was read.</param>
    public static string Write(LogSurvey survey, string id, string? zone, LogFile file) =>
        Write(new MapDraft(survey, zone, file, Answers.Asked), id);

    /// <summary>
    /// The same with something in the place of each question, so that rows can be shown: UTC, the first format that fits,
    /// states that say nothing, the lowest priority. To look at, never to import by.
    /// </summary>
    public static string WriteToLookAt(LogSurvey survey, string id, string? zone, LogFile file) =>
        Write(new MapDraft(survey, zone, file, Answers.Assumed), id);

    private static string Write(MapDraft draft, string id)
    {
        draft.Head(id);
        draft.WriteTimes();
        draft.Columns();
        draft.Meaning();
        draft.Guides();
        return draft._text.ToString();
    }

    private bool IsByMilestone =>
        _survey.Guess.States.Count == 0
        || (_survey.Times.Count > 1 && _survey.Column(_survey.Guess.Case)?.Distinct == _survey.Rows);

    private ColumnSurvey? At =>
        _survey.Times.FirstOrDefault(column => column.Name == _survey.Guess.At)
        ?? (_survey.Times.Count > 0 ? _survey.Times[0] : null);

    // The columns whose cells are read as times.
    private IReadOnlyList<ColumnSurvey> Times =>
        IsByMilestone ? _survey.Times
        : At is { } at ? [at]
        : [];

    private string Ask(string assumed) => _answers == Answers.Asked ? $"\"{TimeFormat.Ask}\"" : assumed;

    private void Head(string id)
    {
        Line("# Drafted by 'rung import history --draft': look at every line, above all at the states.");
        Line($"{HistoryMapReader.LanguageKey}: {HistoryMapReader.Language}");
        Line("");
        Line($"desk: {Quoted(id), -40} # the name that this history is kept and found under");
        Line($"name: {Quoted(id)}");
        Line("");
        var delimiter = _file.Delimiter switch
        {
            ';' => "semicolon",
            '\t' => "tab",
            '|' => "pipe",
            _ => "comma",
        };
        Line($"file: {{ delimiter: {delimiter}, encoding: {_file.Encoding.Name()}{Empty()} }}");
        Line("");
    }

    private string Empty()
    {
        var blanks = Times.SelectMany(column => column.Blanks).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return blanks.Count == 0
            ? ""
            : $", empty: [{string.Join(", ", blanks.Select(blank => $"\"{blank.Replace("\\", "\\\\", StringComparison.Ordinal)}\""))}]";
    }

    private void WriteTimes()
    {
        var times = Times;
        var hasOffsets = times.Count > 0 && times.All(column => column.HasOffsets);
        Line("times:");
        Line(
            _zone is not null ? $"  zone: {_zone}"
            : hasOffsets
                ? "  zone: UTC                              # every time has its offset; this zone is for those that would have none"
            : $"  zone: {Ask("UTC")}                             # times have no offset: say whose wall clock this is, like Europe/London"
        );
        Line($"  format: {Format(times)}");
        foreach (var column in times.Where(column => column.OddCount > 0))
        {
            Line(
                $"  # {Quoted(column.Name)}: {column.OddCount:N0} of {column.Filled:N0} are no times so written, such as {string.Join(", ", column.Odd.Select(Quoted))}"
            );
        }
        Line("");
    }

    private string Format(IReadOnlyList<ColumnSurvey> times)
    {
        var fitting =
            times.Count == 0
                ? []
                : TimeCandidate
                    .All.Where(format => times.All(column => column.Formats.Contains(format)))
                    .Select(format => format.Text)
                    .ToList();
        return Chosen(times, fitting.FindAll(format => !TimeCandidate.IsNeedless(format, fitting)));
    }

    private string Chosen(IReadOnlyList<ColumnSurvey> times, List<string> fitting)
    {
        return fitting.Count switch
        {
            0 when times.Count == 0 =>
                $"{Ask(TimeFormat.Iso)}   # no column was recognised as a time: write its format like dd/MM/yyyy HH:mm",
            0 =>
                $"[{string.Join(", ", times.SelectMany(column => column.Formats.Take(1)).Select(format => Quoted(format.Text)).Distinct())}]",
            1 => Quoted(fitting[0]),
            _ =>
                $"{Ask(Quoted(fitting[0]))}   # every time can be read as {string.Join(" or as ", fitting)}: which one is it?",
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
                    ? $"  at: {Quoted(guess.At ?? _survey.Columns[^1].Name), -42} # a guess: no column was recognised as a time"
                    : $"  at: {Listed(At)}"
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
            var meaning = StateGuess.Of(state) is { } guess
                ? $"{Words.Of(guess)}   # {Often(count)}; a guess"
                : $"{Ask(Words.Of(ImportedState.Noted))}   # {Often(count)}; not recognised: what is it?";
            Line($"  {Quoted(state)}: {meaning}");
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
                Line($"  {Words.Of(moment)}: {Listed(column)}");
            }
            else
            {
                Line($"  # {Quoted(column.Name)} is a time as well; not recognised");
            }
        }
        if (!used.Contains(ImportedState.Open))
        {
            Line(
                $"  open: {Ask(Quoted(_survey.Columns[^1].Name))}                       # the column that says when a case began"
            );
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
        foreach (var (impact, count) in impacts.OrderBy(pair => StateGuess.RankOf(pair.Key) ?? int.MaxValue))
        {
            var priority = StateGuess.RankOf(impact) is { } rank
                ? $"P{rank}   # {Often(count)}; a guess"
                : $"{Ask("P4")}   # {Often(count)}; not recognised: which priority is it?";
            Line($"  {Quoted(impact)}: {priority}");
        }
    }

    private static string Often(int count) => count == 1 ? "once" : $"{count:N0} times";

    private void Line(string line) => _text.Append(line).Append('\n');

    private static string Listed(ColumnSurvey time) =>
        time.Names.Count == 1 ? Quoted(time.Name) : $"[{string.Join(", ", time.Names.Select(Quoted))}]";

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
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
    }

    private enum Answers
    {
        /// <summary>What only a person knows is asked.</summary>
        Asked,

        /// <summary>Something stands in its place.</summary>
        Assumed,
    }
}
