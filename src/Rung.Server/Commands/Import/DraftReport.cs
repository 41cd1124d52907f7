using System.Text;
using Rung.Core.History.Drafting;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary><c>--draft</c>: a mapping to begin with, on standard output.</summary>
internal static class DraftReport
{
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static int Print(string log, string? zone)
    {
        if (Draft(log, zone) is not { } draft)
        {
            return ExitCode.Problems;
        }
        Console.Out.Write(draft);
        if (draft.Contains($"\"{TimeFormat.Ask}\"", StringComparison.Ordinal))
        {
            Console.Error.WriteLine(
                $"rung: answer the lines with \"{TimeFormat.Ask}\" in the draft; it cannot be used before that."
            );
        }
        return ExitCode.Ok;
    }

    /// <returns>Null when the log cannot be read; that was said.</returns>
    public static string? Draft(string log, string? zone)
    {
        using var rows = Open(log);
        if (rows.Problem is { } wrong)
        {
            Console.Error.WriteLine($"rung: {log} cannot be read: {wrong}.");
            return null;
        }
        var survey = Survey(rows);
        if (rows.Problem is { } stopped)
        {
            Console.Error.WriteLine($"rung: {log} cannot be read to its end: {stopped}.");
            return null;
        }
        return MapDraft.Write(survey, Id(log), zone, rows.Delimiter);
    }

    private static CsvLog Open(string log) => CsvLog.Open(log, new LogFile(null, LogEncoding.Utf8));

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
        return id.ToString().Trim('-') is { Length: > 0 } some ? some : "log";
    }
}
