using CsCheck;
using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Checking;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>What is said about conditions is sound: compared with every case of a small world.</summary>
public sealed class WhenCasesTests
{
    private static readonly World[] Worlds =
    [
        .. from priority in new[] { null, "P1", "P2", "P3" }
        from flags in new[] { "", "x", "y", "xy" }
        from answer in new[] { null, "a", "b" }
        from attempts in Enumerable.Range(0, 3)
        from hours in Enumerable.Range(0, 3)
        from are in Enum.GetValues<HoursAre>()
        select new World(priority, flags, answer, attempts, hours, are),
        .. from said in new[] { "", "u", "v", "uv" }
        from number in new int?[] { null, 0, 1, 2 }
        from priority in new[] { null, "P1", "P2", "P3" }
        from answer in new[] { null, "a", "b" }
        from are in Enum.GetValues<HoursAre>()
        select new World(priority, "", answer, 0, 0, are) { Said = said, Number = number },
    ];

    private static readonly Gen<When> Simple = Gen.OneOf(
        Gen.OneOf("P1", "P2", "P3").List[1, 2].Select(values => (When)new When.Is(Fact.Priority, values)),
        Gen.OneOf("x", "y").List[1, 2].Select(values => (When)new When.Is(Fact.Flag, values)),
        Gen.OneOf("a", "b").List[1, 2].Select(options => (When)new When.Answered("q", options)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2])
            .Select((least, most) => (When)new When.Counted(Count.Attempts, least, most)),
        Gen.OneOf("u", "v").List[1, 2].Select(words => (When)new When.Says(words)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2]).Select((least, most) => (When)new When.Numbered("n", least, most)),
        Gen.Int[0, 2].Select(hours => (When)new When.OpenFor(Duration.FromHours(hours))),
        Gen.Enum<HoursAre>().Select(are => (When)new When.Hours("desk", are)),
        Gen.Const((When)new When.Always())
    );

    private static readonly Gen<When> Any = Gen.Recursive<When>(
        (depth, self) =>
            depth > 2
                ? Simple
                : Gen.OneOf(
                    Simple,
                    self.List[0, 3].Select(parts => (When)new When.All(parts)),
                    self.List[0, 3].Select(parts => (When)new When.Any(parts)),
                    self.Select(part => (When)new When.Not(part))
                )
    );

    [Fact]
    public void What_is_said_never_to_hold_holds_nowhere() =>
        Any.Sample(when => !WhenCases.NeverHold(when) || !Worlds.Any(world => world.Holds(when)), iter: 5000);

    [Fact]
    public void What_is_said_to_be_covered_is_covered_everywhere() =>
        Gen.Select(Any, Any.List[0, 3])
            .Sample(
                (when, earlier) =>
                    !WhenCases.AreCovered([when], earlier)
                    || Worlds.Where(world => world.Holds(when)).All(world => earlier.Any(world.Holds)),
                iter: 5000
            );

    [Fact]
    public void Two_rules_together_can_cover_a_third() =>
        Assert.True(
            WhenCases.AreCovered(
                [new When.Is(Fact.Priority, ["P1", "P2"])],
                [new When.Is(Fact.Priority, ["P2"]), new When.Is(Fact.Priority, ["P1", "P3"])]
            )
        );

    private sealed record World(string? Priority, string Flags, string? Answer, int Attempts, int Hours, HoursAre Are)
    {
        public string Said { get; init; } = "";

        public int? Number { get; init; }

        public bool Holds(When when) =>
            when switch
            {
                When.Always => true,
                When.All all => all.Parts.All(Holds),
                When.Any any => any.Parts.Any(Holds),
                When.Not not => !Holds(not.Part),
                When.Is { Fact: Fact.Flag } flag => flag.Values.Any(value =>
                    Flags.Contains(value, StringComparison.Ordinal)
                ),
                When.Is asked => Priority is not null && asked.Values.Contains(Priority),
                When.Answered asked => Answer is not null && asked.Options.Contains(Answer),
                When.Says says => says.Words.Any(word => Said.Contains(word, StringComparison.Ordinal)),
                When.Numbered asked => Number >= (asked.AtLeast ?? 0) && Number <= (asked.AtMost ?? int.MaxValue),
                When.Counted counted => Attempts >= (counted.AtLeast ?? 0)
                    && Attempts <= (counted.AtMost ?? int.MaxValue),
                When.OpenFor open => Duration.FromHours(Hours) >= open.AtLeast,
                When.Hours hours => hours.Are == Are,
                _ => throw new InvalidOperationException(),
            };
    }
}
