using System.Text;
using Rung.Core.History.Drafting;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary><c>--draft</c>: a mapping to begin with, on standard output.</summary>
internal static class DraftReport
{
    private const int LongestId = 60;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static int Print(string log, DraftAsk ask)
    {
        if (Draft(log, ask) is not { } draft)
        {
            return ExitCode.Problems;
        }
        Console.Out.Write(draft.Text);
        if (draft.Questions.Count > 0)
        {
            Console.Error.WriteLine(
                $"rung: answer the lines with \"{TimeFormat.Ask}\" in the draft; it cannot be used before that."
            );
        }
        return ExitCode.Ok;
    }

    /// <returns>Null when the log cannot be read; that was said.</returns>
    public static Drafted? Draft(string log, DraftAsk ask)
    {
        using var rows = Survey(log, ask.Encoding ?? LogEncoding.Utf8, out var survey);
        if (ask.Encoding is null && rows.IsOtherEncoding)
        {
            Console.Error.WriteLine(
                $"rung: {log} is not UTF-8; it was read as windows-1252. Look at its letters, and name another with --encoding."
            );
            return Draft(log, ask with { Encoding = LogEncoding.Windows1252 });
        }
        if (rows.Problem is { } wrong)
        {
            var where = rows.Header.Count == 0 ? "" : " to its end";
            Console.Error.WriteLine($"rung: {log} cannot be read{where}: {wrong}.");
            return null;
        }
        var file = new LogFile(rows.Delimiter, ask.Encoding ?? LogEncoding.Utf8);
        return new Drafted(
            MapDraft.Write(survey, Id(log), ask.Zone, file),
            MapDraft.WriteToLookAt(survey, Id(log), ask.Zone, file)
        );
    }

    private static CsvLog Survey(string log, LogEncoding encoding, out LogSurvey survey)
    {
        var rows = CsvLog.Open(log, new LogFile(null, encoding));
        survey = Survey(rows);
        return rows;
    }

    private static LogSurvey Survey(CsvLog rows)
    {
        var survey = new LogSurvey(rows.Header);
        var progress = new Progress("Looking", "rows", null);
        while (rows.Read())
        {
            survey.Add(rows.Cells);
            progress.At(survey.Rows);
        }
        progress.End();
        return survey;
    }

    // The name of the file without what an id cannot have.
    private static string Id(string log)
    {
        var name = Path.GetFileName(log).ToLowerInvariant();
        var stem = name.Split('.')[0];
        var id = new StringBuilder();
        foreach (var letter in stem.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or ' '))
        {
            id.Append(letter is ' ' or '_' ? '-' : letter);
        }
        var cut = id.ToString()[..Math.Min(id.Length, LongestId)].Trim('-');
        return cut.Length > 0 ? cut : "log";
    }
}

/// <summary>What is told of a log beside the log, when a mapping is drafted.</summary>
/// <param name="Zone">Zone of its times; null: not known.</param>
/// <param name="Encoding">Null: UTF-8, or windows-1252 where it is none.</param>
internal sealed record DraftAsk(string? Zone, LogEncoding? Encoding);

/// <param name="Text">The draft.</param>
/// <param name="ToLookAt">The same with a guess in the place of each question.</param>
internal sealed record Drafted(string Text, string ToLookAt)
{
    /// <summary>Lines that only a person can answer.</summary>
    public IReadOnlyList<string> Questions { get; } =
    [
        .. Text.Split('\n')
            .Where(line => line.Contains($": \"{TimeFormat.Ask}\"", StringComparison.Ordinal))
            .Select(line => line.Trim()),
    ];
}
