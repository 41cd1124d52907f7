using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Queue;

namespace Rung.Storage.Promises;

/// <summary>Which lines of a desk's promise book, from where on; always earliest due first, so the overdue lead.</summary>
/// <param name="Desk">Id of the desk.</param>
/// <param name="Now">Decides what is overdue.</param>
public sealed record PromiseQuery(string Desk, Instant Now)
{
    /// <summary>Due at this instant or before it; null: whenever it is due.</summary>
    public Instant? Until { get; init; }

    /// <summary>Name of who owes it; null: whoever.</summary>
    public string? Owner { get; init; }

    /// <summary>Null: every kind.</summary>
    public PromiseKind? Kind { get; init; }

    /// <summary>To be kept by this channel, and no mail that waits; null: in whatever way.</summary>
    public Channel? Channel { get; init; }
    public PromiseStanding Standing { get; init; } = PromiseStanding.Owed;

    /// <summary>Of this customer alone, and only what is owed to them: no mail, no step of a resolution plan; null: of all.</summary>
    public string? Customer { get; init; }

    /// <summary>What mails that wait to be logged are listed under as their owner.</summary>
    public required string Mails { get; init; }

    /// <summary>Who looks: what is owed on complaints is among it where they may see those; null: none of it. ESS-93.</summary>
    public Actor? Viewer { get; init; }

    /// <summary>Goes on after this line; null: from the start.</summary>
    public PromiseCursor? After { get; init; }

    /// <summary>1 to 500.</summary>
    public int Take { get; init; } = 50;

    internal bool AsksMails =>
        Customer is null && Channel is null && Kind is null or PromiseKind.LogBy && (Owner is null || Owner == Mails);

    /// <summary>The same of the desk's complaints, whoever may see them.</summary>
    internal PromiseQuery OfComplaints => this with { Desk = Shelf.Of(Desk, ShelfFor.Complaints), Take = 500 };

    internal bool AsksCases => Kind is not PromiseKind.LogBy;
}

/// <summary>How what is to be done stands. At its very due it is open.</summary>
public enum PromiseStanding
{
    /// <summary>Open or overdue.</summary>
    Owed,
    Open,
    Overdue,
}

/// <summary>One line of the book: something of a case, or a mail that waits to be logged.</summary>
/// <param name="Due">By when.</param>
public sealed record BookLine(Instant Due)
{
    /// <summary>What is owed on a case; null: a mail is to be logged.</summary>
    public PromiseEntry? Entry { get; init; }

    /// <summary>The case, with <see cref="Entry"/>.</summary>
    public QueueRow? Case { get; init; }

    /// <summary>The mail that is to be logged; null: it is on a case.</summary>
    public InboundMail? Mail { get; init; }

    internal PromiseCursor Place =>
        Mail is { } mail
            ? new PromiseCursor(Micros.Of(Due), PromiseCursor.OfMail, mail.Id, "")
            : new PromiseCursor(Micros.Of(Due), PromiseCursor.OfCase, Case!.CaseId, Entry!.Key);
}

/// <param name="Next">Where the next page begins; null: this was the last.</param>
public sealed record PromisePage(IReadOnlyList<BookLine> Lines, PromiseCursor? Next);

/// <summary>What one owes of what was asked for.</summary>
public sealed record OwnerCount(string Owner, int Overdue, int Open);
