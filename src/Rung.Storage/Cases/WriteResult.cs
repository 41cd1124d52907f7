using Rung.Storage.Answers;

namespace Rung.Storage.Cases;

/// <summary>What became of a <see cref="CaseWrite"/>.</summary>
public abstract record WriteResult
{
    private WriteResult() { }

    /// <summary>On disk.</summary>
    /// <param name="Versions">Version of each changed case, in the order of the write.</param>
    public sealed record Committed(IReadOnlyList<long> Versions) : WriteResult;

    /// <summary>Somebody was quicker; nothing was written.</summary>
    /// <param name="Actual">The version now; 0: there is no such case.</param>
    /// <param name="Since">The events that the author had not seen.</param>
    public sealed record VersionConflict(long CaseId, long Actual, IReadOnlyList<StoredEvent> Since) : WriteResult;

    /// <summary>The same request was carried out before; nothing was written.</summary>
    public sealed record AlreadyAnswered(KeptAnswer Answer) : WriteResult;

    /// <summary>The key was used before for another request; nothing was written.</summary>
    public sealed record KeyReused(KeptAnswer Answer) : WriteResult;

    /// <summary>Something became of the mail before; nothing was written.</summary>
    public sealed record MailSettled() : WriteResult;

    /// <summary>A case would close by itself, and mail that came before is not handled yet; nothing was written.</summary>
    public sealed record MailUnheard() : WriteResult;

    /// <summary>Somebody was quicker with the alert; nothing was written.</summary>
    public sealed record AlertTaken() : WriteResult;

    /// <summary>Somebody was quicker with the heartbeat; nothing was written.</summary>
    public sealed record HeartbeatTurned() : WriteResult;
}
