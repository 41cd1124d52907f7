using NodaTime;
using Rung.Server.Desk;
using Rung.Server.Limits;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>
/// Slows whoever guesses: after a few failures for one address from one place, and after many from one place whatever was
/// tried. The same person from another place is not concerned, nor where they are with a browser that they have signed in with
/// before, so that nobody is locked out by others (S55).
/// </summary>
internal sealed class FailedEntries(RungDatabase database, DeskClock clock, KnownBrowser browsers)
{
    private const int MostOfOne = 5;
    private const int MostOfSource = 30;
    private static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>Minutes to wait after too many, for the page that says so.</summary>
    public static int Minutes => (int)Window.TotalMinutes;

    /// <summary>For somebody who is signed in and gave a wrong password.</summary>
    public static string TooOften => $"It failed too often. Wait {Minutes} minutes.";

    /// <summary>Says with an answer when to come again.</summary>
    public static void SayWhen(HttpContext context) =>
        context.Response.Headers.RetryAfter = $"{(int)Window.TotalSeconds}";

    /// <summary>Counts an attempt as failed, before anything is compared.</summary>
    /// <param name="who">The address that is tried; null: whoever it lets in.</param>
    /// <returns>To be told what became of it; null: it failed too often, and nothing is to be compared.</returns>
    public async Task<Attempt?> Begin(HttpContext context, string? who)
    {
        var now = clock.Now();
        return await database.FailedEntries.Count(Limits(context, who), now - Window, now) is { } counted
            ? new Attempt(counted)
            : null;
    }

    private (FailedEntry, int)[] Limits(HttpContext context, string? who)
    {
        var source = Origin.Of(context);
        var ofSource = (new FailedEntry("", source), MostOfSource);
        if (who is null)
        {
            return [ofSource];
        }
        var hash = Secret.Hash(Account.KeyOf(who));
        return browsers.Find(context, who) is { } browser
            ? [(new FailedEntry(hash, $"browser {browser}"), MostOfOne)]
            : [(new FailedEntry(hash, source), MostOfOne), ofSource];
    }

    /// <summary>It did not fail, and let nobody in either: what failed before still counts.</summary>
    public Task DidNotFail(Attempt attempt) => database.FailedEntries.Uncount(attempt.Counted);

    /// <summary>It let somebody in: what failed before for them from there counts no more.</summary>
    public async Task Succeeded(Attempt attempt)
    {
        await DidNotFail(attempt);
        foreach (var one in attempt.Counted.Where(one => one.Entry.Who.Length > 0))
        {
            await database.FailedEntries.Clear(one.Entry);
        }
    }
}

/// <summary>An attempt to get in that counts as failed until it is known that it did not.</summary>
internal sealed record Attempt(IReadOnlyList<CountedEntry> Counted);
