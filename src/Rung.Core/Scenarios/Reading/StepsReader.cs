using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Reads the steps one after another; each may count its time from the one before.</summary>
internal sealed class StepsReader(Guide guide, Cast cast, Instant start)
{
    private readonly ActReader _acts = new(guide, cast);
    private readonly ExpectationReader _expectations = new(guide, cast);
    private Instant _before = start;

    public Step Step(MapReader map)
    {
        var at = Moments.After(map, "at", _before, Zone) ?? _before;
        if (at < _before)
        {
            map.Context.Findings.Add(
                ProblemCode.MomentOrder,
                map.PlaceOf("at"),
                "this step lies before the one above it",
                "put the steps in the order of their time; `happened` is for what is entered later"
            );
        }
        _before = at;
        cast.Check(map, "by");
        return new Step(map.Place.Line, at, cast.Actor(guide, map.OptionalText("by") ?? "agent"), Case(map))
        {
            Happened = Moments.Of(map, "happened", map.Find("happened"), Zone),
            Act = map.Has("do") ? _acts.Read(map) : NoAct(map),
            Expect = _expectations.Read(map, Zone),
            WaitingFor = map.OptionalText("waitingFor"),
        };
    }

    private DateTimeZone Zone => guide.DeskCalendar.Zone;

    private static Act? NoAct(MapReader map)
    {
        map.Find("do");
        return null;
    }

    private static string? Case(MapReader map) => map.OptionalUse("case", NameKind.Case);
}
