using System.Text.Encodings.Web;
using System.Text.Json;
using Rung.Core.Guides.Reading;

namespace Rung.Server.Commands.Guides;

/// <summary>Says what was found: in aligned lines for people, as one JSON object for programs.</summary>
internal static class CheckReport
{
    private const int WidestPlace = 48;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(IReadOnlyList<CheckedGuide> guides, Paint paint)
    {
        foreach (var guide in guides)
        {
            Print(guide, paint);
        }
    }

    public static string Json(IReadOnlyList<CheckedGuide> guides) =>
        JsonSerializer.Serialize(
            new
            {
                Errors = guides.Sum(guide => guide.Count(Severity.Error)),
                Warnings = guides.Sum(guide => guide.Count(Severity.Warning)),
                Notices = guides.Sum(guide => guide.Count(Severity.Notice)),
                Files = guides.Select(guide => new
                {
                    guide.File,
                    Guide = guide.Title,
                    guide.Missing,
                    Problems = guide.Problems.Select(problem => new
                    {
                        Code = problem.Code.Text(),
                        Severity = Words.Of(problem.Severity),
                        problem.Line,
                        problem.Column,
                        problem.What,
                        problem.Mend,
                    }),
                }),
            },
            Options
        );

    private static void Print(CheckedGuide guide, Paint paint)
    {
        if (guide.Missing is not null)
        {
            paint.Writer.WriteLine($"{guide.File}: {paint.Of(Severity.Error, "not read")}: {guide.Missing}");
            return;
        }
        var placeWidth = Math.Min(
            WidestPlace,
            guide.Problems.Select(problem => Place(guide, problem).Length).DefaultIfEmpty().Max()
        );
        var codeWidth = guide.Problems.Select(problem => problem.Code.Text().Length).DefaultIfEmpty().Max();
        foreach (var problem in guide.Problems)
        {
            var severity = paint.Of(problem.Severity, $"{Words.Of(problem.Severity), -7}");
            var code = paint.Faint(problem.Code.Text().PadRight(codeWidth));
            paint.Writer.WriteLine(
                $"{Place(guide, problem).PadRight(placeWidth)}  {severity}  {code}  {problem.What} — {problem.Mend}"
            );
        }
        paint.Writer.WriteLine(Summary(guide));
    }

    private static string Place(CheckedGuide guide, GuideProblem problem) =>
        $"{guide.File}:{problem.Line}:{problem.Column}";

    private static string Summary(CheckedGuide guide)
    {
        var counts = string.Join(
            ", ",
            [
                Counted(guide, Severity.Error, "error"),
                Counted(guide, Severity.Warning, "warning"),
                Counted(guide, Severity.Notice, "notice"),
            ]
        );
        return $"{guide.File}: {(guide.Title is null ? "" : $"{guide.Title}, ")}{counts}";
    }

    private static string Counted(CheckedGuide guide, Severity severity, string word)
    {
        var count = guide.Count(severity);
        return $"{(count == 0 ? "no" : count)} {word}{(count == 1 ? "" : "s")}";
    }
}
