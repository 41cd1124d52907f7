using NodaTime;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;

namespace Rung.Server.Commands.Guides;

/// <summary>A file that was to be checked, and what came of it.</summary>
/// <param name="File">As it was named on the command line.</param>
/// <param name="Missing">Why there was nothing to check; null: there was.</param>
/// <param name="Title">Id and version of the guide; null when it could not be read.</param>
internal sealed record CheckedGuide(string File, string? Missing, string? Title, IReadOnlyList<GuideProblem> Problems)
{
    public static CheckedGuide Of(string file, LocalDate asOf)
    {
        if (Directory.Exists(file))
        {
            var folder = new GuideProblem(
                ProblemCode.NotAFile,
                1,
                1,
                "this is a folder, not a guide",
                "name a YAML file in it"
            );
            return new CheckedGuide(file, null, null, [folder]);
        }
        try
        {
            return Of(GuideFile.Read(file), asOf);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new CheckedGuide(file, wrong.Message, null, []);
        }
    }

    public int Count(Severity severity) => Problems.Count(problem => problem.Severity == severity);

    private static CheckedGuide Of(GuideReading reading, LocalDate asOf)
    {
        var title = reading.Guide is { Document: var document } ? $"{document.Id} {document.Version}" : null;
        return new CheckedGuide(reading.Path, null, title, GuideChecks.Run(reading, asOf));
    }
}
