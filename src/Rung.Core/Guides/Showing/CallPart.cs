namespace Rung.Core.Guides.Showing;

/// <summary>What the customer is told by telephone as well, and how soon. ESS-51.</summary>
internal static class CallPart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        if (guide.Calls is not { } calls)
        {
            yield break;
        }
        var words = new AllowanceWords(guide);
        var flag = new TitleWords(guide).Flag(calls.Flag);
        yield return new Placed(
            calls.Cite,
            new Block.Definitions([
                new(
                    $"Marked “{flag}”",
                    $"we telephone as well as write when {Phrase.Or(calls.On.Select(CaseMomentWords.Of))}"
                ),
                .. Unclear(guide, calls),
                .. calls.Within.Select(time => new Definition(
                    new WhenWords(guide).Of(time.When) is { Length: > 0 } when
                        ? $"We telephone within ({when})"
                        : "We telephone within",
                    words.Of(time.Allow, time.Calendar ?? calls.Calendar)
                )),
            ])
        );
    }

    private static IEnumerable<Definition> Unclear(Guide guide, CallRule calls)
    {
        if (calls.Unclear is { } when)
        {
            const string Both = "we telephone as well as write to ask for what is missing";
            var words = new WhenWords(guide).Of(when);
            yield return new Definition(
                "It is not clear what you need",
                words.Length == 0 ? Both : $"{Both} ({words})"
            );
        }
    }
}
