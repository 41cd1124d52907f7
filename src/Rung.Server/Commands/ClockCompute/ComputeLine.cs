using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using Rung.Core.Time;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>Answers one line: <c>{"id":…,"result":…}</c> or <c>{"id":…,"error":{"code":…,"message":…}}</c>.</summary>
internal sealed class ComputeLine
{
    private readonly CalendarCache _calendars = new();

    /// <summary>Writes the answer to a line; null is a line that was too long to read.</summary>
    public void Answer(ReadOnlyMemory<byte>? line, Utf8JsonWriter writer)
    {
        if (line is not { } text)
        {
            WriteError(
                writer,
                default,
                new ComputeError("line-too-long", $"The line has more than {LineReader.Longest} bytes.")
            );
            return;
        }

        if (!Utf8.IsValid(text.Span))
        {
            WriteError(writer, default, new ComputeError("bad-json", "The line is not UTF-8; write it in UTF-8."));
            return;
        }

        var findings = new FirstFinding();
        var fields = new LineFields();
        var result = Result(text, fields, findings);
        if (findings.First is { } error)
        {
            WriteError(writer, fields.Id, error);
            return;
        }

        Begin(writer, fields.Id);
        writer.WritePropertyName("result"u8);
        writer.WriteRawValue(result, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private string Result(ReadOnlyMemory<byte> line, LineFields fields, FirstFinding findings)
    {
        try
        {
            fields.Read(line, findings);
            return Result(fields, findings);
        }
        // The latter is thrown for half a surrogate pair, which JSON lets through and text does not.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            findings.Break("bad-json", $"The line is no JSON object: {problem.Message}");
            return "";
        }
    }

    // The result as JSON; worth nothing when there are findings.
    private string Result(LineFields fields, FirstFinding findings)
    {
        fields.CheckId(findings);
        var text = fields.Calendar(findings);
        var calendar = text.IsEmpty ? null : _calendars.Find(text, findings);
        var op = fields.Text("op", findings);
        var start = IsoInstant.Read(fields.Text("start", findings), "start", findings);
        return calendar is null || findings.First is not null
            ? ""
            : op switch
            {
                "add" => Show(calendar.Add(start, Amount(fields, findings)), findings),
                "between" => Show(calendar.Between(start, End(fields, findings)), findings),
                "next-open" => Show(calendar.NextOpening(start), findings),
                "is-open" => Show(calendar, start, findings),
                _ => findings.Add(
                    "unknown-op",
                    $"op: '{op}' is not known; known are add, between, next-open, is-open.",
                    ""
                ),
            };
    }

    private static Instant End(LineFields fields, FirstFinding findings) =>
        IsoInstant.Read(fields.Text("end", findings), "end", findings);

    private static Duration Amount(LineFields fields, FirstFinding findings) =>
        fields.Text("amount", findings) is { } text ? IsoDuration.Read(text, findings) : Duration.Zero;

    private static string Show(Reckoning<Instant> answer, FirstFinding findings) =>
        answer.Ok ? $"\"{IsoInstant.Write(answer.Value)}\"" : Refuse(answer.Problem, findings);

    private static string Show(Reckoning<Duration> answer, FirstFinding findings) =>
        answer.Ok ? $"\"{IsoDuration.Write(answer.Value)}\"" : Refuse(answer.Problem, findings);

    // Adding nothing says whether the instant is one that calendars answer for.
    private static string Show(WorkingCalendar calendar, Instant at, FirstFinding findings) =>
        calendar.Add(at, Duration.Zero) is { Ok: false } refused ? Refuse(refused.Problem, findings)
        : calendar.IsOpen(at) ? "true"
        : "false";

    private static string Refuse(ReckoningProblem problem, FirstFinding findings) =>
        findings.Add(problem == ReckoningProblem.NeverOpen ? "never-open" : "out-of-range", problem.Sentence(), "");

    private static void WriteError(Utf8JsonWriter writer, ReadOnlyMemory<byte> id, ComputeError error)
    {
        Begin(writer, id);
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, error.Code);
        writer.WriteString("message"u8, error.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter writer, ReadOnlyMemory<byte> id)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id"u8);
        writer.WriteRawValue(id.IsEmpty ? "null"u8 : id.Span, skipInputValidation: true);
    }
}
