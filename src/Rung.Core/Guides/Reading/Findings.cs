namespace Rung.Core.Guides.Reading;

/// <summary>Collects problems while reading goes on; more than <see cref="Most"/> are not worth a person's time.</summary>
internal sealed class Findings
{
    private const int Most = 500;
    private const int MostCompared = 1000;

    private readonly List<GuideProblem> _errors = [];
    private readonly List<GuideProblem> _others = [];

    public int Count => _errors.Count + _others.Count;

    public bool HasErrors => _errors.Count > 0;

    public void Add(ProblemCode code, Place place, string what, string mend)
    {
        // Counted apart, so that no number of warnings hides an error.
        var alike = code.Severity() == Severity.Error ? _errors : _others;
        if (alike.Count < Most)
        {
            alike.Add(new GuideProblem(code, place.Line, place.Column, what, mend));
        }
    }

    /// <summary>The known name that was probably meant; nothing once nobody would read it.</summary>
    public string? Nearest(string typed, IEnumerable<string> known) =>
        _errors.Count < Most ? Reading.Nearest.To(typed, known.Take(MostCompared)) : null;

    /// <summary>In the order of the file; what was found twice is said once.</summary>
    public IReadOnlyList<GuideProblem> InOrder() => Merge(_errors, _others);

    public static IReadOnlyList<GuideProblem> Merge(IEnumerable<GuideProblem> some, IEnumerable<GuideProblem> others) =>
        [
            .. some.Concat(others)
                .Distinct()
                .OrderBy(problem => problem.Line)
                .ThenBy(problem => problem.Column)
                .ThenBy(problem => problem.Code),
        ];
}
