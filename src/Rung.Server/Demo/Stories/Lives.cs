using Rung.Server.Demo.Playing;
using static Rung.Server.Demo.Playing.Steps;

namespace Rung.Server.Demo.Stories;

/// <summary>Gives a row of the past its steps: the usual way of its life, each time a little different.</summary>
internal sealed class Lives(Random random, Pace pace)
{
    private const int Engineers = 7;

    public IReadOnlyList<StoryStep> Of(Past past)
    {
        var phrases = Phrases.Of(past.What);
        return past.Life switch
        {
            CaseCourse.Confirmed => [.. Begun(phrases), .. Fixed(past), Confirm(Soon(1, 9))],
            CaseCourse.Silence => [.. Begun(phrases), .. Fixed(past)],
            CaseCourse.Reached => [.. Begun(phrases), .. Fixed(past), .. Reached()],
            CaseCourse.OnCall => [OnCall(Minutes(3, 12), past.Fix)],
            CaseCourse.Shortly => [.. Begun(phrases), Done(Share(8, 30), past.Fix)],
            CaseCourse.Asked => [.. Begun(phrases), .. Asked(phrases), .. Fixed(past), Confirm(Soon(1, 7))],
            CaseCourse.Rejected => [.. Begun(phrases), .. Fixed(past), .. Again(past, phrases)],
            CaseCourse.Late => [.. Begun(phrases), .. Late(past)],
            CaseCourse.Waited => [.. Begun(phrases), .. Waiting(), .. Fixed(past), Confirm(Soon(1, 6))],
            CaseCourse.Chased => [.. Begun(phrases), .. Chased(phrases), .. Fixed(past), Confirm(Soon(2, 8))],
            CaseCourse.Changed => [.. Taken(), .. Changed(past)],
            CaseCourse.Backlog => [.. Taken(), Outcome(Share(20, 55), "backlog", past.Fix)],
            CaseCourse.NotPursued => [.. Taken(), Outcome(Share(20, 55), "not-pursued", past.Fix)],
            CaseCourse.NextRelease => [.. Taken(), .. Released(past), Confirm(Soon(3, 9))],
            CaseCourse.WorksAsMeant => [.. Taken(), Outcome(Share(20, 50), "a", past.Fix), Confirm(Soon(2, 9))],
            _ => throw new NotSupportedException($"No steps for {past.Life}."),
        };
    }

    private StoryStep[] Taken() => [Take(Share(2, 9), pace.FirstEngineer + random.Next(Engineers))];

    private StoryStep[] Begun(Phrases phrases) => [.. Taken(), Update(Share(6, 16), phrases.Found.Any(random))];

    private StoryStep[] Fixed(Past past) =>
        past.Rfo is { } rfo
            ? [Fix(Share(12, 35), past.Fix), Rfo(Minutes(10, 40), rfo)]
            : [Fix(Share(12, 35), past.Fix)];

    private StoryStep[] Asked(Phrases phrases) =>
        [
            Ask(Share(3, 10), phrases.Asked.Any(random)),
            Reply(Hours(3, 16), phrases.Answered.Any(random)),
            Update(Share(3, 8), "Thank you, that is what we needed. We are going on with it."),
        ];

    private StoryStep[] Again(Past past, Phrases phrases) =>
        [
            NotFixed(Soon(1, 5), phrases.NotFixed.Any(random)),
            Update(Share(3, 8), "Sorry about that. We have it in hand again and are looking at what we missed."),
            Fix(Share(8, 18), $"{past.Fix} This time we also checked it together with the school."),
            Confirm(Soon(1, 5), "Yes, that has done it. Thank you."),
        ];

    private StoryStep[] Late(Past past) =>
        [
            Wait(Share(8, 14), "supplier", "the supplier's engineers, who have the logs"),
            Update(Share(35, 45), "Our supplier is still looking at it. We ask them twice a day."),
            Waited(Share(45, 60)),
            .. Fixed(past),
            Explain(Minutes(5, 30), "supplier", "The supplier needed longer to find the cause than they had promised."),
            Confirm(Soon(2, 8)),
        ];

    private StoryStep[] Waiting() =>
        [Wait(Share(4, 10), "other-team", "our platform team, who have the logs"), Waited(Share(10, 25))];

    private StoryStep[] Chased(Phrases phrases) =>
        [
            Chase(Share(18, 30), "How far are you with this? People keep asking me."),
            Update(Minutes(20, 70), phrases.Found.Any(random)),
        ];

    private StoryStep[] Reached() =>
        [Ring(Soon(3, 6), "Rang the office, who will ask the person concerned."), Confirm(Soon(1, 4))];

    private StoryStep[] Changed(Past past) =>
        [
            Expect(Share(20, 50), 10, "The change is valid. We plan it for the week after next."),
            Update(Days(1, 2), "The change has its date now and is being prepared."),
            Update(Days(1, 2), "All is prepared; it is made in the next window."),
            Done(Days(1, 2), past.Fix),
        ];

    private StoryStep[] Released(Past past) =>
        [
            Meanwhile(
                Share(25, 55),
                "c",
                "This is a fault in the product. The next release puts it right.",
                "Use a private window."
            ),
            Update(Days(2, 3), "The release is being tested and goes out next week."),
            Fix(Days(2, 4), past.Fix),
        ];

    private string Share(int from, int to) => $"{random.Next(from, to)}%";

    private string Minutes(int from, int to) => $"{random.Next(from, to)}m";

    // While a case waits to be closed: never so long that it closes by itself.
    private string Soon(int from, int to) => $"{pace.Waiting}{random.Next(from, to)}h {pace.Waiting}{random.Next(60)}m";

    private string Hours(int from, int to) => $"{random.Next(from, to)}h {random.Next(60)}m";

    private string Days(int from, int to) => $"{random.Next(from, to)}d {random.Next(300)}m";
}
