namespace Rung.Core.Guides.Checking;

/// <summary>Takes conditions apart into the ways in which they can hold.</summary>
internal static class WhenCases
{
    private const int Most = 2000;

    /// <summary>The ways in which all conditions hold together; null when there are too many to look at.</summary>
    public static IReadOnlyList<WhenCase>? Of(params IEnumerable<When> together)
    {
        var cases = Split(new When.All([.. together]), Sought.True);
        return cases?.Where(one => !one.IsImpossible()).ToArray();
    }

    /// <summary>Certain that the conditions never hold together.</summary>
    public static bool NeverHold(params IEnumerable<When> together) => Of(together) is { Count: 0 };

    /// <summary>Certain that one of the earlier conditions holds wherever these hold together.</summary>
    public static bool AreCovered(IEnumerable<When> together, IReadOnlyList<When> earlier) =>
        Of(together) is { } cases && cases.All(one => earlier.Any(when => one.Holds(when) == Truth.Yes));

    private enum Sought
    {
        True,
        False,
    }

    private static IReadOnlyList<WhenCase>? Split(When when, Sought sought) =>
        (when, sought) switch
        {
            (When.Always, Sought.True) => [WhenCase.Anything],
            (When.Always, Sought.False) => [],
            (When.All all, Sought.True) => Every(all.Parts, sought),
            (When.All all, Sought.False) => Either(all.Parts, sought),
            (When.Any any, Sought.True) => Either(any.Parts, sought),
            (When.Any any, Sought.False) => Every(any.Parts, sought),
            (When.Not not, _) => Split(not.Part, sought == Sought.True ? Sought.False : Sought.True),
            _ => Atoms(when, sought),
        };

    private static List<WhenCase>? Either(IReadOnlyList<When> parts, Sought sought)
    {
        var cases = new List<WhenCase>();
        foreach (var part in parts)
        {
            if (Split(part, sought) is not { } split || cases.Count + split.Count > Most)
            {
                return null;
            }
            cases.AddRange(split);
        }
        return cases;
    }

    private static IReadOnlyList<WhenCase>? Every(IReadOnlyList<When> parts, Sought sought)
    {
        IReadOnlyList<WhenCase> cases = [WhenCase.Anything];
        foreach (var part in parts)
        {
            if (Split(part, sought) is not { } split || (long)cases.Count * split.Count > Most)
            {
                return null;
            }
            cases = [.. cases.SelectMany(one => split.Select(one.And)).Where(one => !one.IsImpossible())];
        }
        return cases;
    }

    private static WhenCase[] Atoms(When when, Sought sought) =>
        (when, sought) switch
        {
            (When.Is asked, Sought.True) =>
            [
                .. asked.Values.Select(value => One(asked with { Values = [value] }, true)),
            ],
            (When.Is asked, _) =>
            [
                new([.. asked.Values.Select(value => new WhenAtom(asked with { Values = [value] }, false))]),
            ],
            (When.Answered asked, Sought.True) =>
            [
                .. asked.Options.Select(option => One(asked with { Options = [option] }, true)),
            ],
            (When.Answered asked, _) =>
            [
                new([.. asked.Options.Select(option => new WhenAtom(asked with { Options = [option] }, false))]),
            ],
            (When.Counted counted, Sought.False) => [.. Outside(counted)],
            (When.Hours hours, Sought.False) => [One(hours with { Are = Opposite(hours.Are) }, true)],
            _ => [One(when, sought == Sought.True)],
        };

    private static List<WhenCase> Outside(When.Counted counted)
    {
        var cases = new List<WhenCase>();
        if (counted.AtLeast is > 0 and { } least)
        {
            cases.Add(One(counted with { AtLeast = null, AtMost = least - 1 }, true));
        }
        if (counted.AtMost is { } most && most < int.MaxValue)
        {
            cases.Add(One(counted with { AtLeast = most + 1, AtMost = null }, true));
        }
        return cases;
    }

    private static WhenCase One(When when, bool holds) => new([new WhenAtom(when, holds)]);

    private static HoursAre Opposite(HoursAre are) => are == HoursAre.Open ? HoursAre.Closed : HoursAre.Open;
}
