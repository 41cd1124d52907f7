using Rung.Core.Cases;
using Rung.Mail.Inbound.Senders;

namespace Rung.Mail.Inbound.Threading;

/// <summary>What whoever keeps the mails found for the clues of one mail.</summary>
/// <param name="Known">Cases of the mails that it answers or encloses, by their Message-IDs.</param>
/// <param name="Participants">Addresses of those who take part, of each case that the clues name and that there is.</param>
public sealed record ThreadKnowledge(
    IReadOnlyDictionary<string, CaseReference> Known,
    IReadOnlyDictionary<CaseReference, IReadOnlyList<string>> Participants
)
{
    public static ThreadKnowledge Nothing { get; } =
        new(new Dictionary<string, CaseReference>(), new Dictionary<CaseReference, IReadOnlyList<string>>());
}

/// <summary>Which case a mail is about.</summary>
public abstract record ThreadDecision
{
    private ThreadDecision() { }

    /// <summary>The case that it names; null: none.</summary>
    public CaseReference? Named =>
        this switch
        {
            OnCase on => on.Reference,
            Hint hint => hint.Reference,
            _ => null,
        };

    /// <summary>What becomes of it where nobody can tell whether a person wrote the mail: nothing happens by itself. A-24</summary>
    public ThreadDecision AsHint() =>
        this is OnCase on ? new Hint(on.Reference, "If a person wrote it, it may be about this case.") : this;

    /// <summary>It belongs to this case.</summary>
    public sealed record OnCase(CaseReference Reference, ThreadedBy By) : ThreadDecision;

    /// <summary>It may be about this case: an agent decides.</summary>
    /// <param name="Why">One sentence for the agent.</param>
    public sealed record Hint(CaseReference Reference, string Why) : ThreadDecision;

    /// <summary>Nothing says that it is about a case we know.</summary>
    public sealed record New() : ThreadDecision;
}

public enum ThreadedBy
{
    SignedAddress,
    AnsweredMail,
    SubjectAndParticipant,
}

/// <summary>
/// Decides which case a mail belongs to: the signed reply address first, then the mails it answers, then a reference in
/// the subject if its sender takes part in that case and our own server verified that it is they. A reference alone is a
/// hint, never a key, and so is a name that anybody can write; and a mail that our server found to be forged opens nothing
/// by itself (S17, S20).
/// </summary>
public static class Threads
{
    public static ThreadDecision Decide(
        ThreadClues clues,
        ThreadKnowledge knowledge,
        MailAddress? from,
        SenderStanding sender
    )
    {
        ThreadDecision? decision = BySignature(clues, knowledge) ?? ByAnswer(clues, knowledge);
        decision ??= BySubject(clues, knowledge, from, sender);
        decision ??= ByText(clues, knowledge) ?? ByEnclosed(clues, knowledge);
        return decision is ThreadDecision.OnCase found && sender.Standing == Standing.Failed
            ? new ThreadDecision.Hint(found.Reference, $"It would belong to this case, but: {sender.Says}")
            : decision ?? new ThreadDecision.New();
    }

    private static ThreadDecision.OnCase? BySignature(ThreadClues clues, ThreadKnowledge knowledge) =>
        First(clues.Signed, knowledge) is { } reference
            ? new ThreadDecision.OnCase(reference, ThreadedBy.SignedAddress)
            : null;

    private static ThreadDecision.OnCase? ByAnswer(ThreadClues clues, ThreadKnowledge knowledge)
    {
        foreach (var id in clues.Answers)
        {
            if (knowledge.Known.TryGetValue(id, out var reference))
            {
                return new ThreadDecision.OnCase(reference, ThreadedBy.AnsweredMail);
            }
        }
        return null;
    }

    private static ThreadDecision? BySubject(
        ThreadClues clues,
        ThreadKnowledge knowledge,
        MailAddress? from,
        SenderStanding sender
    )
    {
        if (First(clues.InSubject, knowledge) is not { } reference)
        {
            return null;
        }
        var takesPart =
            from is not null
            && knowledge.Participants[reference].Contains(from.Address, StringComparer.OrdinalIgnoreCase);
        return (takesPart, sender.Standing) switch
        {
            (false, _) => new ThreadDecision.Hint(
                reference,
                "The subject names this case, but the sender takes no part in it."
            ),
            (true, Standing.Unverified) => new ThreadDecision.Hint(
                reference,
                "The subject names this case, and the sender's address takes part in it; that it is they is not verified."
            ),
            _ => new ThreadDecision.OnCase(reference, ThreadedBy.SubjectAndParticipant),
        };
    }

    private static ThreadDecision.Hint? ByText(ThreadClues clues, ThreadKnowledge knowledge) =>
        First(clues.InText, knowledge) is { } reference
            ? new ThreadDecision.Hint(reference, "The text names this case.")
            : null;

    private static ThreadDecision.Hint? ByEnclosed(ThreadClues clues, ThreadKnowledge knowledge) =>
        clues.Enclosed.FirstOrDefault(knowledge.Known.ContainsKey) is { } id
            ? new ThreadDecision.Hint(knowledge.Known[id], "A mail on this case is attached to it.")
            : null;

    private static CaseReference? First(IReadOnlyList<CaseReference> references, ThreadKnowledge knowledge)
    {
        foreach (var reference in references)
        {
            if (knowledge.Participants.ContainsKey(reference))
            {
                return reference;
            }
        }
        return null;
    }
}
