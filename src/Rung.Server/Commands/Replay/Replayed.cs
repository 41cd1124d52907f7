using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Replaying;
using Rung.Core.Time;
using Rung.Server.Commands.Guides;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Replay;

/// <summary>A log under one guide.</summary>
/// <param name="Target">The target that is judged.</param>
/// <param name="Verdicts">One for each life, in the order of the log.</param>
internal sealed record Replayed(
    Guide Guide,
    Target Target,
    IReadOnlyList<Life> Lives,
    IReadOnlyList<Judged> Verdicts,
    TimeSpan FoldedIn
)
{
    /// <summary>Where the guide was read from.</summary>
    public required string File { get; init; }

    /// <summary>Lives whose clock touched a year without holiday data.</summary>
    public int BeyondHolidays => Verdicts.Count(one => one.Clock?.Note == CalendarNote.BeyondHolidayData);

    public string Name => $"{Guide.Document.Id} {Guide.Document.Version}";

    /// <summary>What it is called beside another: by its id, else its version, else its file.</summary>
    public string Beside(Replayed other) =>
        Guide.Document.Id != other.Guide.Document.Id ? Guide.Document.Id
        : Name != other.Name ? Name
        : Path.GetFileName(File) != Path.GetFileName(other.File) ? Path.GetFileName(File)
        : File;

    /// <exception cref="StartException">A guide or a holiday file cannot be used.</exception>
    public static IReadOnlyList<Replayed> All(ReplayAsk asked, ReplayHistory history)
    {
        var read = asked.Guides.Select(file => Read(file, asked.Holidays)).ToList();
        GivenHolidays.MustBeUsed([.. read.Select(one => one.Guide)], read[0].Given);
        return [.. asked.Guides.Zip(read, (file, one) => Of(file, one.Guide, asked, history))];
    }

    /// <summary>All clocks of all lives, on this thread.</summary>
    public static FoldedLife[] Fold(Guide guide, IReadOnlyList<Life> lives, ReplayHistory history, out TimeSpan took)
    {
        var started = TimeProvider.System.GetTimestamp();
        var folded = Judging.Fold(guide, lives, history.End);
        took = TimeProvider.System.GetElapsedTime(started);
        return folded;
    }

    private static Replayed Of(string file, Guide guide, ReplayAsk asked, ReplayHistory history)
    {
        if (RetoldWords.Of(guide, history.Map, out var problems) is not { } words)
        {
            throw ReplayHistory.Problem(string.Join("\n      ", problems));
        }
        var target = TargetOf(guide, asked.Target);
        var retelling = new Retelling(guide, words);
        List<Life> lives = [.. history.Cases.SelectMany(retelling.Lives)];
        var folded = Fold(guide, lives, history, out var took);
        return new Replayed(guide, target, lives, [.. folded.Select(one => Judging.Judge(one, target))], took)
        {
            File = file,
        };
    }

    private static (Guide Guide, IReadOnlyList<HolidaySet> Given) Read(string file, IReadOnlyList<string> holidays)
    {
        try
        {
            var library = GivenHolidays.Add(HolidayFolders.For(file), holidays);
            var reading = GuideReader.Read(file, GuideFile.Bytes(file), library);
            var guide =
                reading.Guide
                ?? throw ReplayHistory.Problem(
                    $"{file} has errors; nothing was replayed. See them with: rung guide check {file}"
                );
            return (guide, library.Further);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartException($"{file} cannot be read: {missing.Message}");
        }
    }

    private static Target TargetOf(Guide guide, string? id)
    {
        if (id is null)
        {
            return guide.Targets.FirstOrDefault(target => target.Role == TargetRole.Resolve)
                ?? guide.Targets.FirstOrDefault(target => target.Role == TargetRole.Restore)
                ?? (
                    guide.Targets.Count > 0
                        ? guide.Targets[0]
                        : throw ReplayHistory.Problem($"{guide.Document.Id} promises no times: it has no targets.")
                );
        }
        return guide.Targets.FirstOrDefault(target => target.Id == id)
            ?? throw ReplayHistory.Problem(
                $"{guide.Document.Id} has no target '{id}'. It has: {string.Join(", ", guide.Targets.Select(target => target.Id))}."
            );
    }
}
