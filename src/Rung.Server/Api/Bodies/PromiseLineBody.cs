using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage.Inbound;
using Rung.Storage.Promises;

namespace Rung.Server.Api.Bodies;

/// <summary>A page of the promise book, earliest due first; the header <c>Link</c> has the next one.</summary>
/// <param name="Until">Due by then; left out: whenever.</param>
public sealed record PromisesBody(
    string Desk,
    string Zone,
    Instant Now,
    Instant? Until,
    IReadOnlyList<PromiseLineBody> Promises
);

/// <summary>All that was ever promised on a case, earliest due first; what has no due just now comes last.</summary>
public sealed record CasePromisesBody(
    string Reference,
    string Zone,
    Instant Now,
    IReadOnlyList<PromiseLineBody> Promises
);

/// <summary>Something owed to somebody by a time, whatever the guide calls it.</summary>
public sealed record PromiseLineBody
{
    public required PromiseKind Kind { get; init; }

    /// <summary>Which of its kind: the id of the guide's target or promise, or a plain word.</summary>
    public required string Id { get; init; }

    /// <summary>Which time: round, call or attempt.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }

    /// <summary>Left out: a mail that is no case yet.</summary>
    public string? Reference { get; init; }

    /// <summary>The case that it was promised on, for this one too; left out: on this one.</summary>
    public CaseReference? PromisedOn { get; init; }

    /// <summary>Id of the mail that is to be logged.</summary>
    public long? Mail { get; init; }
    public string? Subject { get; init; }
    public string? Customer { get; init; }

    /// <summary>Who owes it.</summary>
    public required PromiseOwner Owner { get; init; }

    /// <summary>Whom it is owed to.</summary>
    public required string To { get; init; }

    /// <summary>How it is to be kept; left out: in any way.</summary>
    public Channel? Channel { get; init; }
    public required Instant GivenAt { get; init; }

    /// <summary>At that very instant is in time; left out: not known while the clock is paused.</summary>
    public Instant? Due { get; init; }

    /// <summary>The zone it was agreed in; left out: the desk's.</summary>
    public string? Zone { get; init; }
    public required PromiseState State { get; init; }
    public Instant? KeptAt { get; init; }
    public string? KeptBy { get; init; }
    public Instant? MissedAt { get; init; }

    /// <summary>Whether doing it still changes something.</summary>
    public required bool ToDo { get; init; }
    public string? PausedFor { get; init; }

    /// <summary>An aim is shown and counted, and not promised.</summary>
    public required Firmness Firmness { get; init; }

    /// <summary>Where every stretch of time that led to the due is; left out: the time was agreed.</summary>
    public string? Ledger { get; init; }
    public required CitedParagraph Paragraph { get; init; }

    public static PromiseLineBody Of(PromiseEntry entry, Guide guide, string reference) =>
        new()
        {
            Kind = entry.Kind,
            Id = entry.Id,
            Number = entry.Number,
            Name = entry.Name,
            Reference = reference,
            PromisedOn = entry.PromisedOn,
            Owner = entry.Owner,
            To = entry.To,
            Channel = entry.Channel,
            GivenAt = entry.GivenAt,
            Due = entry.Due,
            Zone = entry.Zone,
            State = entry.State,
            KeptAt = entry.KeptAt,
            KeptBy = entry.KeptBy,
            MissedAt = entry.MissedAt,
            ToDo = entry.IsToDo,
            PausedFor = entry.PausedFor,
            Firmness = entry.Firmness,
            Ledger = entry.Ledger is { } target
                ? $"/api/v1/{guide.Document.Id}/cases/{entry.PromisedOn?.Text ?? reference}/clocks/{target}/ledger"
                : null,
            Paragraph = Refusing.Cited(guide, entry.Cite),
        };

    internal static PromiseLineBody Of(BookLine line, Guide guide, Instant now) =>
        line.Case is { } row
            ? Of(line.Entry!.At(now), guide, row.Reference.Text) with
            {
                Subject = row.Subject,
                Customer = row.CustomerName,
            }
            : Of(line.Mail!, guide, now);

    private static PromiseLineBody Of(InboundMail mail, Guide guide, Instant now)
    {
        var entry = LogByPromise.Of(mail, guide).At(now);
        return Of(entry, guide, "") with
        {
            Reference = null,
            Mail = mail.Id,
            Subject = mail.Subject,
            Ledger = entry.Ledger is null ? null : $"/api/v1/{guide.Document.Id}/intake/{mail.Id}/ledger",
        };
    }
}
