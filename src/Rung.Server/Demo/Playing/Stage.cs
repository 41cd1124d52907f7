using Rung.Core.Cases;
using Rung.Core.Complaints;

namespace Rung.Server.Demo.Playing;

/// <summary>Plays all stories; numbers go by the time of the reference; complaints and cases that continue closed ones come last.</summary>
internal sealed class Stage
{
    private readonly Dictionary<string, CaseReference> _references = [];
    private readonly Random _random;
    private long _numbers;

    private Stage(Random random) => _random = random;

    /// <returns>In the order of their numbers, each played when it is asked for.</returns>
    public static IEnumerable<DemoCase> Perform(IEnumerable<Play> plays, Random random)
    {
        var stage = new Stage(random);
        var performances = plays
            .OrderBy(play => play.Guide.IsComplaint(play.Story.What.Kind))
            .ThenBy(play => play.Starts)
            .Select(stage.Begin)
            .ToList();
        List<DemoCase> continued = [];
        foreach (var performance in performances)
        {
            DemoCase[] played = [.. performance.Run()];
            yield return played[0];
            continued.AddRange(played[1..]);
        }
        foreach (var one in continued)
        {
            yield return one;
        }
    }

    /// <summary>The reference of the story that has this key.</summary>
    public CaseReference Reference(string key) =>
        _references.TryGetValue(key, out var reference)
            ? reference
            : throw new InvalidOperationException($"A story links to \"{key}\", and no story has that key.");

    /// <summary>The number that the next case gets.</summary>
    public long NumberAhead => _numbers + 1;

    public long NextNumber() => ++_numbers;

    private Performance Begin(Play play)
    {
        var number = NextNumber();
        if (play.Story.Key is { } key)
        {
            _references.Add(key, CaseReference.FromNumber(play.Guide.Desk.ReferencePrefix, number));
        }
        return new Performance(this, play, number, new Random(_random.Next()));
    }
}
