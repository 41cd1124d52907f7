using Rung.Server.Desk.Verifying;

namespace Rung.Server.Commands.Database;

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
