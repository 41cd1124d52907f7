using System.Collections.ObjectModel;
using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Alerts;
using Rung.Storage.Answers;
using Rung.Storage.Cases;
using Rung.Storage.Drafts;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk;

/// <summary>Who asks for something, and what is kept with it.</summary>
/// <param name="HappenedAt">When it happened, for what is entered later; null: now.</param>
public sealed record Requester(Actor Actor, Instant? HappenedAt = null)
{
    /// <summary>Makes the answer that is kept under the caller's idempotency key, in the same transaction.</summary>
    public Func<DeskAnswer.Done, KeptAnswer>? Keep { get; init; }

    /// <summary>The draft that is done with once this is saved.</summary>
    public DraftKey? Draft { get; init; }

    /// <summary>Bytes of the papers that come with it, by their hash. ESS-89.</summary>
    public IReadOnlyDictionary<string, byte[]> Papers { get; init; } = ReadOnlyDictionary<string, byte[]>.Empty;

    /// <summary>It is what a mail says, which is entered whoever wrote it, since nobody reads the case for that.</summary>
    public bool IsByMail { get; init; }

    /// <summary>The mail that this is about; which case it came to is filled in when it is saved.</summary>
    public InboundOutcome? Mail { get; init; }

    /// <summary>The alert that this is about; which case it is on is filled in when it is saved.</summary>
    public AlertArrival? Alert { get; init; }
}

/// <summary>What the desk answers.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer() { }

    /// <summary>Done and durable.</summary>
    /// <param name="Next">The case that was begun beside it: a reply to a closed case begins one.</param>
    public sealed record Done(CaseSnapshot Case, CaseState? Next) : DeskAnswer
    {
        /// <summary>Whether the case was there before.</summary>
        public bool WasThere { get; init; }
    }

    public sealed record Refused(Refusal Refusal) : DeskAnswer;

    /// <summary>Something happened since the author looked; nothing was done.</summary>
    /// <param name="Since">What the author had not seen.</param>
    public sealed record Stale(CaseSnapshot Case, IReadOnlyList<StoredEvent> Since) : DeskAnswer;

    /// <summary>The same request was answered before.</summary>
    public sealed record Answered(KeptAnswer Answer) : DeskAnswer;

    /// <summary>The idempotency key belongs to another request.</summary>
    public sealed record KeyReused() : DeskAnswer;

    /// <summary>Something became of the mail before; nothing was done.</summary>
    public sealed record MailSettled() : DeskAnswer;

    /// <summary>No case is about what is over; nothing was done.</summary>
    public sealed record NothingToDo() : DeskAnswer;

    /// <summary>Somebody was quicker with the alert; nothing was done.</summary>
    internal sealed record AlertTaken() : DeskAnswer;

    /// <summary>Somebody was quicker with the heartbeat; nothing was done.</summary>
    internal sealed record HeartbeatTurned() : DeskAnswer;

    internal sealed record TryAgain() : DeskAnswer;
}
