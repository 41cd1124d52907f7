using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Retention;
using Rung.Server.Desk;
using Rung.Storage.Cases;

namespace Rung.Server.Retention;

/// <summary>
/// Ends what the guide in force keeps no longer, some at a time; or looks what that would be. What is open, and what is under a
/// legal hold, stays. UK GDPR, Article 5(1)(e); ASVS 14.2.7.
/// </summary>
internal sealed class RetentionDesk(DeskRegister desks, DeskClock clock, RunOutParts parts)
{
    /// <summary>More than that is not counted by a look.</summary>
    public const int MostCounted = 1_000;

    // One for all desks: the desk that keeps it longest decides.
    public static IReadOnlyList<RetentionCategory> OfAllDesks { get; } =
    [RetentionCategory.Drafts, RetentionCategory.AuditTrail];

    /// <summary>Each category, in order, with what has run out of it now.</summary>
    /// <param name="shelves">Whether complaints are among what is counted, of which not everybody may know.</param>
    public async Task<IReadOnlyList<RetentionLook>> Look(Guide guide, IReadOnlyList<ShelfFor> shelves)
    {
        List<RetentionLook> all = [];
        foreach (var category in Enum.GetValues<RetentionCategory>())
        {
            var look = new RetentionLook(category, guide.Retention?.Of(category));
            foreach (var time in TimesOf(guide, category).Where(time => shelves.Contains(time.Of)))
            {
                look = await Look(look with { IsCarriedOut = true }, time);
            }
            all.Add(look);
        }
        return all;
    }

    /// <summary>Ends all that has run out at a desk, category by category.</summary>
    /// <param name="mayEnd">Asked before each page.</param>
    /// <returns>After each page how much was ended; whoever waits between two keeps nobody waiting.</returns>
    public async IAsyncEnumerable<(RetentionCategory Category, int Ended)> CarryOut(
        Guide guide,
        Func<RetentionCategory, Task<bool>> mayEnd
    )
    {
        foreach (var category in Enum.GetValues<RetentionCategory>())
        {
            foreach (var time in TimesOf(guide, category))
            {
                await foreach (var page in Find(time))
                {
                    if (!await mayEnd(category))
                    {
                        break;
                    }
                    yield return (category, page.Count == 0 ? 0 : await page.End());
                }
            }
        }
    }

    private async Task<RetentionLook> Look(RetentionLook look, RetentionTime time)
    {
        await foreach (var page in Find(time))
        {
            look = look with { RunOut = look.RunOut + page.Count, Held = look.Held + page.Held };
            if (look.RunOut + look.Held > MostCounted)
            {
                break;
            }
        }
        return look;
    }

    // Mails and files are on complaints as well.
    private IEnumerable<RetentionTime> TimesOf(Guide guide, RetentionCategory category) =>
        TimeOf(guide, category) is not { } time ? []
        : category is RetentionCategory.Mails or RetentionCategory.Attachments
            ? Enum.GetValues<ShelfFor>().Select(shelf => time with { Of = shelf })
        : [time];

    /// <returns>Null: it is kept without end, or as long as another desk keeps it.</returns>
    private RetentionTime? TimeOf(Guide guide, RetentionCategory category)
    {
        var now = clock.Now();
        if (!OfAllDesks.Contains(category))
        {
            return Own(guide, category, now);
        }
        var all = desks.Active.Select(one => Own(one, category, now)).ToList();
        var last = all.Contains(null) ? null : all.MinBy(time => time!.Before);
        return last?.Desk == guide.Document.Id ? last : null;
    }

    private static RetentionTime? Own(Guide guide, RetentionCategory category, Instant now) =>
        guide.Retention?.Of(category) is { } kept ? new RetentionTime(guide, category, kept, now) : null;

    private IAsyncEnumerable<RunOutPage> Find(RetentionTime time) =>
        time.Category switch
        {
            RetentionCategory.Cases
            or RetentionCategory.Complaints
            or RetentionCategory.Mails
            or RetentionCategory.Attachments => parts.Cases.Of(time),
            RetentionCategory.LeftAloneMails => parts.Loose.Mails(time),
            RetentionCategory.FormerContacts => parts.People.Of(time),
            RetentionCategory.Drafts => parts.Loose.Drafts(time),
            RetentionCategory.AuditTrail => parts.Audit.Of(time),
            _ => throw new NotSupportedException($"Nothing finds what has run out of {time.Category}."),
        };
}

/// <summary>What finds what has run out.</summary>
internal sealed record RunOutParts(CaseRunOut Cases, LooseRunOut Loose, PeopleRunOut People, AuditRunOut Audit);

/// <summary>How a category stands.</summary>
/// <param name="For">How long the desk's guide keeps it; null: without end.</param>
internal sealed record RetentionLook(RetentionCategory Category, KeptFor? For)
{
    /// <summary>Whether what has run out is ended: what is of all desks is so by the one that keeps it longest.</summary>
    public bool IsCarriedOut { get; init; }

    /// <summary>Things whose time is up and that will be ended; above <see cref="RetentionDesk.MostCounted"/> there are more.</summary>
    public int RunOut { get; init; }

    /// <summary>Things whose time is up and that a legal hold keeps.</summary>
    public int Held { get; init; }
}
