using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rung.Server.Desk.Verifying;

namespace Rung.Server.Commands.Database;

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
