namespace Rung.Core.Guides.Checking;

/// <summary>
/// One way in which a condition can hold: simple facts that all hold at once. Everything said of it is sound: what is
/// called certain is certain, and what cannot be decided is called unknown.
/// </summary>
internal sealed class WhenCase
{
    private static readonly Fact[] Manifold =
    [
        Fact.Service,
        Fact.ServiceClass,
        Fact.TakesDown,
        Fact.Flag,
        Fact.EscalationReason,
    ];

    private readonly IReadOnlyList<WhenAtom> _atoms;

    public WhenCase(IReadOnlyList<WhenAtom> atoms) => _atoms = atoms;

    public static WhenCase Anything { get; } = new([]);

    public WhenCase And(WhenCase other) => new([.. _atoms, .. other._atoms]);

    /// <summary>No case can have all these facts at once.</summary>
    public bool IsImpossible() => _atoms.Any(atom => Holds(atom.When) == (atom.Holds ? Truth.No : Truth.Yes));

    /// <summary>Whether a condition holds in every case that has these facts.</summary>
    public Truth Holds(When when) =>
        when switch
        {
            When.Always => Truth.Yes,
            When.All all => all.Parts.Select(Holds).DefaultIfEmpty(Truth.Yes).Min(),
            When.Any any => any.Parts.Select(Holds).DefaultIfEmpty(Truth.No).Max(),
            When.Not not => Opposite(Holds(not.Part)),
            When.Is asked => HoldsFact(asked),
            When.Answered asked => HoldsAnswer(asked),
            When.Counted counted => HoldsCount(counted),
            When.Numbered numbered => HoldsNumber(numbered),
            When.Says says => HoldsWords(says),
            When.OpenFor open => HoldsOpenFor(open),
            When.Hours hours => HoldsHours(hours),
            _ => Truth.Unknown,
        };

    private Truth HoldsFact(When.Is asked)
    {
        var said = Said<When.Is>(is_ => is_.Fact == asked.Fact).Select(pair => (pair.When.Values[0], pair.Holds));
        return HoldsValue(asked.Values, [.. said], Manifold.Contains(asked.Fact));
    }

    private Truth HoldsAnswer(When.Answered asked)
    {
        var said = Said<When.Answered>(answer => answer.Question == asked.Question);
        return HoldsValue(
            asked.Options,
            [.. said.Select(pair => (pair.When.Options[0], pair.Holds))],
            isManifold: false
        );
    }

    private static Truth HoldsValue(IReadOnlyList<string> asked, (string Value, bool Holds)[] said, bool isManifold)
    {
        var have = said.Where(pair => pair.Holds).Select(pair => pair.Value).ToArray();
        if (have.Any(asked.Contains) && (isManifold || have.All(asked.Contains)))
        {
            return Truth.Yes;
        }
        var denied = said.Where(pair => !pair.Holds).Select(pair => pair.Value);
        var elsewhere = !isManifold && have.Any(value => !asked.Contains(value));
        return elsewhere || !asked.Except(denied).Any() ? Truth.No : Truth.Unknown;
    }

    private Truth HoldsCount(When.Counted asked) =>
        HoldsWithin(
            (asked.AtLeast, asked.AtMost),
            Said<When.Counted>(count => count.Count == asked.Count)
                .Select(pair => (pair.When.AtLeast, pair.When.AtMost)),
            isKnown: true
        );

    // A question may be left without an answer, and then no bound holds.
    private Truth HoldsNumber(When.Numbered asked)
    {
        var said = Said<When.Numbered>(number => number.Question == asked.Question).ToArray();
        return Array.Exists(said, pair => !pair.Holds && pair.When == asked)
            ? Truth.No
            : HoldsWithin(
                (asked.AtLeast, asked.AtMost),
                said.Where(pair => pair.Holds).Select(pair => (pair.When.AtLeast, pair.When.AtMost)),
                Array.Exists(said, pair => pair.Holds)
            );
    }

    private Truth HoldsWords(When.Says asked)
    {
        var said = Said<When.Says>(_ => true).ToArray();
        return Array.Exists(said, pair => pair.Holds && !pair.When.Words.Except(asked.Words).Any()) ? Truth.Yes
            : Array.Exists(said, pair => !pair.Holds && !asked.Words.Except(pair.When.Words).Any()) ? Truth.No
            : Truth.Unknown;
    }

    private static Truth HoldsWithin(
        (int? Least, int? Most) asked,
        IEnumerable<(int? Least, int? Most)> said,
        bool isKnown
    )
    {
        var (least, most) = (0, int.MaxValue);
        foreach (var bounds in said)
        {
            (least, most) = (Math.Max(least, bounds.Least ?? 0), Math.Min(most, bounds.Most ?? int.MaxValue));
        }
        var (from, to) = (asked.Least ?? 0, asked.Most ?? int.MaxValue);
        return least > to || most < from || least > most ? Truth.No
            : isKnown && least >= from && most <= to ? Truth.Yes
            : Truth.Unknown;
    }

    private Truth HoldsOpenFor(When.OpenFor asked)
    {
        var said = Said<When.OpenFor>(_ => true).ToArray();
        return said.Any(pair => !pair.Holds && pair.When.AtLeast <= asked.AtLeast) ? Truth.No
            : said.Any(pair => pair.Holds && pair.When.AtLeast >= asked.AtLeast) ? Truth.Yes
            : Truth.Unknown;
    }

    private Truth HoldsHours(When.Hours asked)
    {
        var said = Said<When.Hours>(hours => hours.Calendar == asked.Calendar).Select(pair => pair.When.Are).ToArray();
        return said.Any(are => are != asked.Are) ? Truth.No
            : said.Length > 0 ? Truth.Yes
            : Truth.Unknown;
    }

    private IEnumerable<(T When, bool Holds)> Said<T>(Func<T, bool> about)
        where T : When =>
        _atoms.Where(atom => atom.When is T same && about(same)).Select(atom => ((T)atom.When, atom.Holds));

    private static Truth Opposite(Truth truth) =>
        truth switch
        {
            Truth.Yes => Truth.No,
            Truth.No => Truth.Yes,
            _ => Truth.Unknown,
        };
}

/// <summary>A fact with a single value, and whether it holds.</summary>
internal sealed record WhenAtom(When When, bool Holds);

/// <summary>In rising order, so that "and" is the least and "or" the greatest.</summary>
internal enum Truth
{
    No,
    Unknown,
    Yes,
}
