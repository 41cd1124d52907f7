using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rung.Server.Desk.Verifying;

namespace Rung.Server.Commands.Database;

/// <summary>Tells what <c>rung db verify</c> finds.</summary>
internal interface IVerifyReport
{
    void Add(Difference difference);

    /// <returns>How many differences there were.</returns>
    int End(long cases);
}

/// <summary>For people: each difference as soon as it is found.</summary>
internal sealed class VerifyText(TextWriter output, string database) : IVerifyReport
{
    private readonly HashSet<string> _cases = new(StringComparer.Ordinal);
    private int _differences;

    public void Add(Difference difference)
    {
        _differences++;
        _cases.Add(difference.Reference);
        output.WriteLine($"{difference.Reference} ({difference.Desk}): {difference.Column}");
        output.WriteLine($"  stored    {Shown(difference.Stored)}");
        output.WriteLine($"  expected  {Shown(difference.Expected)}");
        output.WriteLine(TextLines.Wrap($"  {difference.Mend}", "  "));
    }

    public int End(long cases)
    {
        output.WriteLine(
            _differences == 0
                ? $"{database}: what is stored of {Count(cases, "case")} is what their events say."
                : $"{database}: {Count(_differences, "difference")} in {_cases.Count:N0} of {Count(cases, "case")}."
        );
        return _differences;
    }

    private static string Count(long count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";

    // On one line, and without what a terminal might obey.
    private static string Shown(string? value) =>
        value is null ? "nothing" : string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter));
}

/// <summary>For programs: one object at the end.</summary>
internal sealed class VerifyJson(TextWriter output, string database) : IVerifyReport
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonArray _differences = [];

    public void Add(Difference difference) =>
        _differences.Add(
            (JsonNode)
                new JsonObject
                {
                    ["desk"] = difference.Desk,
                    ["reference"] = difference.Reference,
                    ["column"] = difference.Column,
                    ["stored"] = difference.Stored,
                    ["expected"] = difference.Expected,
                    ["mend"] = difference.Mend,
                }
        );

    public int End(long cases)
    {
        var count = _differences.Count;
        var answer = new JsonObject
        {
            ["database"] = database,
            ["cases"] = cases,
            ["clean"] = count == 0,
            ["differences"] = _differences,
        };
        output.WriteLine(answer.ToJsonString(Indented));
        return count;
    }
}
