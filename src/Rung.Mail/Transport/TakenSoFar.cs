using System.Globalization;

namespace Rung.Mail.Transport;

/// <summary>Which messages of a mailbox were taken, by their numbers there: all up to one, and some beyond.</summary>
/// <param name="Floor">Everything up to this was taken, or is gone.</param>
/// <param name="Beyond">Taken out of turn, since fresh mail does not wait behind a backlog.</param>
public sealed record TakenSoFar(uint Floor, IReadOnlySet<uint> Beyond)
{
    public static TakenSoFar Nothing { get; } = new(0, new HashSet<uint>());

    /// <summary>As <see cref="ToString"/> wrote it; nothing where that cannot be read, which takes messages again and doubles none.</summary>
    public static TakenSoFar Parse(string text)
    {
        var numbers = new List<uint>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Nothing;
            }
            numbers.Add(number);
        }
        return numbers is [var floor, .. var beyond] ? new TakenSoFar(floor, beyond.ToHashSet()) : Nothing;
    }

    public bool Has(uint number) => number <= Floor || Beyond.Contains(number);

    /// <param name="taken">What was taken now.</param>
    /// <param name="waiting">What is still there to be taken.</param>
    public TakenSoFar With(IEnumerable<uint> taken, IReadOnlyCollection<uint> waiting)
    {
        var all = Beyond.Concat(taken).ToHashSet();
        var reached = Math.Max(Floor, all.Count == 0 ? Floor : all.Max());
        var floor = waiting.Count == 0 ? reached : Math.Max(Floor, Math.Min(reached, waiting.Min() - 1));
        return new TakenSoFar(floor, all.Where(number => number > floor).ToHashSet());
    }

    public override string ToString() =>
        string.Join(' ', Beyond.Order().Prepend(Floor).Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
