namespace Rung.Core.Guides.Reading.Text;

/// <summary>Puts what the YAML parser says into words that help to mend the line.</summary>
internal static class SyntaxProblem
{
    public static void Report(Findings findings, string text, Place place, string message)
    {
        if (TabAt(text, place.Line, message) is { } tab)
        {
            findings.Add(
                ProblemCode.TabIndent,
                tab,
                "a tab indents this line",
                "indent with spaces, two for each level"
            );
            return;
        }
        findings.Add(ProblemCode.YamlSyntax, place, Said(message), Mend(message));
    }

    // The parser reports a tab where the mapping around it begins.
    private static Place? TabAt(string text, int line, string message)
    {
        var lines = text.Split('\n');
        var last = message.Contains("tab", StringComparison.Ordinal) ? lines.Length : Math.Min(line + 1, lines.Length);
        for (var candidate = line; candidate <= last; candidate++)
        {
            var content = lines[candidate - 1];
            var tab = content[..^content.TrimStart().Length].IndexOf('\t');
            if (tab >= 0)
            {
                return new Place(candidate, tab + 1);
            }
        }
        return null;
    }

    private static string Said(string message)
    {
        var said = message.TrimEnd('.');
        return said.Length == 0 ? "this is not YAML" : char.ToLowerInvariant(said[0]) + said[1..];
    }

    private static string Mend(string message) =>
        message switch
        {
            _ when message.Contains("invalid mapping") =>
                "put quotes around a text that contains `: `, or mend the indentation",
            _ when message.Contains("quoted scalar") => "close the quote",
            _ when message.Contains("cannot start any token") =>
                "put quotes around a text that begins with a special character",
            _ when message.Contains("flow") || message.Contains("structure ends") =>
                "close the bracket or brace that is open",
            _ => "check indentation, colons, quotes and brackets on this line and the one before",
        };
}
