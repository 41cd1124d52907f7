namespace Rung.Server.Commands.Doctor;

/// <summary>A finding as lines: its grade, what it is about, how that stands; below it, what to do.</summary>
internal static class DoctorText
{
    private const int GradeWidth = 9;
    private const int AboutWidth = 14;

    public static void Print(Finding finding)
    {
        var grade = finding.Grade switch
        {
            Grade.Good => "ok",
            Grade.Note => "note",
            _ => "PROBLEM",
        };
        Lines($"{grade, -GradeWidth}{finding.About, -AboutWidth}", finding.Words);
        if (finding.Do is { } what)
        {
            Lines(new string(' ', GradeWidth + AboutWidth), $"do: {what}");
        }
    }

    private static void Lines(string head, string words) =>
        Console.Out.WriteLine(TextLines.Wrap(head + words, new string(' ', head.Length)));
}
