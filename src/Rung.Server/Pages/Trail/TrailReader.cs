using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Words;
using Rung.Storage;
using Rung.Storage.Audit;

namespace Rung.Server.Pages.Trail;

/// <summary>
/// Reads the audit trail for somebody: their parts of it, without what was done to a complaint that does not exist for them.
/// </summary>
internal sealed class TrailReader(RungDatabase database, DeskRegister desks, CaseSight sight)
{
    private const int PageSize = 50;
    private const int SheetPart = 1000;

    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM uuuu, HH:mm:ss"
    );

    public TrailAsk Ask(HttpContext context)
    {
        var all = desks.Active;
        return new TrailAsk(context, TrailArea.Of(SignedIn.Of(context)!, all), all);
    }

    public async Task<TrailView> Page(HttpContext context)
    {
        var asked = Ask(context);
        var view = new TrailView(AccountAround.Of(context), asked.Fields)
        {
            Zone = asked.Zone.Id,
            SheetHref = asked.Sheet,
        };
        if (asked.Fault is { } fault)
        {
            return view with { Errors = [fault] };
        }
        var found = await database.Audit.Find(asked.Query(PageSize + 1));
        var shown = found.Take(PageSize).ToList();
        var seen = await Seen(SignedIn.Of(context)!, shown, []);
        return view with
        {
            Rows = [.. seen.Select(kept => Row(kept, asked))],
            OlderHref = found.Count > PageSize ? asked.Older(shown[^1].Number) : null,
        };
    }

    /// <summary>All of it that is asked for, in parts.</summary>
    public async IAsyncEnumerable<IReadOnlyList<KeptEntry>> Sheet(SignedIn who, TrailAsk asked)
    {
        var (query, known) = (asked.Query(SheetPart), new Dictionary<CaseReference, bool>());
        while (await database.Audit.Find(query) is { Count: > 0 } part)
        {
            yield return await Seen(who, part, known);
            query = query with { Before = part[^1].Number };
        }
    }

    private async Task<IReadOnlyList<KeptEntry>> Seen(
        SignedIn who,
        IReadOnlyList<KeptEntry> all,
        Dictionary<CaseReference, bool> known
    )
    {
        var seen = new List<KeptEntry>();
        foreach (var kept in all)
        {
            if (Case(kept.Entry.About) is not var (guide, reference) || await Exists(who, guide, reference, known))
            {
                seen.Add(kept);
            }
        }
        return seen;
    }

    private async Task<bool> Exists(
        SignedIn who,
        Guide guide,
        CaseReference reference,
        Dictionary<CaseReference, bool> known
    )
    {
        if (!known.TryGetValue(reference, out var exists))
        {
            exists = await sight.Find(reference, who.At(guide)) is not null;
            known[reference] = exists;
        }
        return exists;
    }

    // The case that an address is about: /DESK/cases/REFERENCE, calls/REFERENCE, and such at the portal and in the API.
    private (Guide Guide, CaseReference Reference)? Case(string about)
    {
        var parts = about.Split(' ')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(parts, part => part is "cases" or "calls" or "sent" or "drafts");
        return
            at > 0
            && at + 1 < parts.Length
            && desks.TryGet(parts is ["api", _, var desk, ..] ? desk : parts[0], out var guide)
            && CaseReference.TryParse(guide.Desk.ReferencePrefix, parts[at + 1], out var reference)
            ? (guide, reference.Value)
            : null;
    }

    private static TrailRowView Row(KeptEntry kept, TrailAsk asked)
    {
        var entry = kept.Entry;
        return new TrailRowView(kept.Number, MomentWords.Machine(entry.At), Words(entry.At, asked.Zone))
        {
            Who = entry.Who,
            WhoHref = asked.By(entry.Who),
            What = entry.What,
            About = entry.About,
            AboutHref = asked.To(entry.About),
            Source = entry.Source,
        };
    }

    private static string Words(Instant at, DateTimeZone zone) => Clock.Format(at.InZone(zone).LocalDateTime);
}
