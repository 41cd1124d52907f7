using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Server.Api.Problems;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>What is wrong with an answer, whatever was asked.</summary>
internal static partial class FuzzVerdict
{
    private const int LongestSentence = 2_000;

    private static readonly HashSet<string> Codes = [.. ProblemKind.All.Select(kind => kind.Code)];

    /// <summary>Null: nothing.</summary>
    public static string? Of(FuzzRequest request, FuzzAnswer answer) =>
        answer.Status >= 500 ? "it failed"
        : Inside().Match(answer.Text) is { Success: true } told ? $"it tells of its inside: {told.Value}"
        : answer.Status >= 400 ? OfRefusal(request, answer)
        : OfSuccess(request, answer);

    private static string? OfSuccess(FuzzRequest request, FuzzAnswer answer)
    {
        if (request.Broken is { } why && request.Method == request.Operation.Method)
        {
            return $"it was carried out although {why}";
        }
        if (request.Method == request.Operation.Method && !request.Operation.Answers.Contains($"{answer.Status}"))
        {
            return "the document does not name this status";
        }
        return answer.Type == FuzzRequest.Json && !request.IsHead && answer.Json is null ? "it is not JSON" : null;
    }

    private static string? OfRefusal(FuzzRequest request, FuzzAnswer answer)
    {
        // An address of more than 8 KiB the web server turns down before it is ours.
        if (request.IsHead || answer is { Status: 414, Text: "" })
        {
            return null;
        }
        if (answer.Type != ProblemAnswer.ContentType || answer.Json is not JsonObject problem)
        {
            return "its refusal is no problem document";
        }
        var code = (string?)problem["code"] ?? "";
        return !Codes.Contains(code) ? $"nobody knows the code '{code}'"
            : (string?)problem["type"] != $"urn:rung:problem:{code}" ? "its type is not that of its code"
            : (int?)problem["status"] != answer.Status ? "its status is another"
            : (string?)problem["title"] is not { Length: > 0 } ? "it has no title"
            : (string?)problem["detail"] is not { Length: > 0 and <= LongestSentence } ? "it does not say what to do"
            : null;
    }

    // Nothing that is sent has any of these in it.
    [GeneratedRegex(
        @"\.cs:line|\bat (System|Microsoft|Rung|NodaTime|Npgsql)\.|\b(System|Microsoft|NodaTime|Npgsql|Rung)\.[A-Z][a-z]+[.A-Z`]|\w+Exception\b|SQLite Error|SQLSTATE|constraint failed|violates|syntax error|near ""|/(tmp|work|home|usr|root)/|rung\.db"
    )]
    private static partial Regex Inside();
}

/// <param name="Type">Of what it has in it, without parameters.</param>
internal sealed record FuzzAnswer(int Status, string? Type, string Text)
{
    /// <summary>Null: it is none.</summary>
    public JsonNode? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Text);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
