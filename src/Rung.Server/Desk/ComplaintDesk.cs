using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Answers;
using Rung.Storage.Cases;
using Rung.Storage.Complaints;
using Rung.Storage.Queue;

namespace Rung.Server.Desk;

/// <summary>Lists of complaints for those who may see them, and the notes of those that were only spoken of. ESS-90, ESS-93.</summary>
public sealed class ComplaintDesk(RungDatabase database, DeskClock clock)
{
    private const int PageSize = 200;
    private const int MostNotes = 100;

    /// <summary>The most that a list has.</summary>
    public const int Most = 500;

    /// <summary>Complaints of a desk that somebody may see: the live by their due, the closed newest first.</summary>
    public async Task<IReadOnlyList<QueueRow>> Of(string desk, Actor viewer, QueueSelection view)
    {
        var query = new QueueQuery(Shelf.Of(desk, ShelfFor.Complaints), clock.Now())
        {
            View = view,
            Sort = view == QueueSelection.Live ? QueueSort.Due : QueueSort.NewestFirst,
            Take = PageSize,
        };
        var seen = new List<QueueRow>();
        for (QueueCursor? after = null; ; )
        {
            var page = await database.Queue.Page(query with { After = after });
            seen.AddRange(page.Rows.Where(row => row.Restriction.Allows(viewer)));
            if (page.Next is null || seen.Count >= Most)
            {
                return seen;
            }
            after = page.Next;
        }
    }

    /// <summary>Whether the guide lets somebody deal with complaints, were none about them.</summary>
    public static bool DealsWith(Guide guide, Actor who) =>
        guide.Complaints is not null && new Restriction(Restriction.PostsOf(guide), "").Allows(who);

    /// <summary>Notes that a customer was asked to log a complaint.</summary>
    /// <param name="keep">Makes the answer that is kept under the caller's idempotency key; null: none is.</param>
    public async Task<NotedAnswer> Note(
        Guide guide,
        DirectToLogging spoken,
        Actor by,
        Func<Redirection, KeptAnswer>? keep = null
    )
    {
        var decided = Redirecting.Decide(guide, spoken, by, clock.Now());
        if (decided is not Redirected.Noted { Note: var note })
        {
            return new NotedAnswer(null, ((Redirected.Refused)decided).Refusal, null);
        }
        var row = new Redirection(
            guide.Document.Id,
            spoken.CustomerId,
            spoken.ContactName,
            spoken.Text,
            note.Said,
            note.At,
            by.Name,
            by.Role
        )
        {
            ContactId = spoken.ContactId,
        };
        return new NotedAnswer(row, null, await database.Complaints.Note(row, keep?.Invoke(row)));
    }

    /// <summary>The latest notes that somebody may see: who deals with complaints all, anybody else their own.</summary>
    public async Task<IReadOnlyList<Redirection>> Notes(Guide guide, Actor viewer)
    {
        var notes = await database.Complaints.Notes(guide.Document.Id, MostNotes);
        return DealsWith(guide, viewer)
            ? notes
            : [.. notes.Where(note => note.ActorName == viewer.Name && note.ActorRole == viewer.Role)];
    }
}

/// <summary>What came of a note.</summary>
/// <param name="Earlier">What was answered under the same idempotency key before; nothing was noted then.</param>
public sealed record NotedAnswer(Redirection? Note, Refusal? Refusal, KeptAnswer? Earlier);
