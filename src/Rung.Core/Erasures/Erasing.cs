using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Erasures;

/// <summary>
/// Takes words and names out of what happened to a case and leaves times and codes, so that conditions, clocks, dues, promises and
/// reports are to the minute what they were. What is somebody's is declared beside each property
/// (<see cref="PersonalAttribute"/>). UK GDPR, Article 17.
/// </summary>
/// <param name="versions">Every version of the guide that the case was under.</param>
public sealed class Erasing(IReadOnlyList<Guide> versions)
{
    /// <summary>Stands where something was erased.</summary>
    public const string Mark = "[erased]";

    private readonly AskedWords _guide = new(versions);

    /// <summary>Why nothing of it can be erased; null: it can. What is open is still owed to somebody.</summary>
    public static string? Refuses(CaseState state) =>
        state.IsClosed ? null : $"Case {state.Reference.Text} is open: close it first.";

    /// <summary>All words and names of a case. Once more changes nothing.</summary>
    /// <param name="events">Of one case, in their order.</param>
    /// <returns>As many.</returns>
    public IReadOnlyList<CaseEvent> Of(IReadOnlyList<CaseEvent> events) => [.. events.Select(Whole)];

    /// <summary>Of a case that somebody else reported, what they said and did, and their name wherever it stands.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{CaseEvent})"/>
    public IReadOnlyList<CaseEvent> Of(IReadOnlyList<CaseEvent> events, ErasedPerson person) =>
        [.. events.Select(happened => IsTheirs(happened, person) ? Whole(happened) : Without(happened, person))];

    /// <summary>Whether something of somebody's stands on a case that somebody else reported.</summary>
    public static bool Has(IReadOnlyList<CaseEvent> events, ErasedPerson person) =>
        events.Any(happened =>
            IsTheirs(happened, person) || !ReferenceEquals(happened, Rewriting.Of(happened, person.Without))
        );

    // What was chosen or counted says nothing of anybody, and clocks hang on it.
    private CaseEvent Without(CaseEvent happened, ErasedPerson person) =>
        (happened, Rewriting.Of(happened, person.Without)) switch
        {
            (IntakeAnswered was, IntakeAnswered answered) => answered with
            {
                Answers = was.Answers.ToDictionary(
                    one => one.Key,
                    one => _guide.IsCode(one.Key, one.Value) ? one.Value : person.Without(one.Value)
                ),
            },
            (_, var rest) => rest,
        };

    // Also what somebody of the desk wrote down as theirs.
    private static bool IsTheirs(CaseEvent happened, ErasedPerson person) =>
        person.Did(happened) || (happened is not CaseLogged && Rewriting.Texts(happened).Any(person.IsNamed));

    private CaseEvent Whole(CaseEvent happened)
    {
        var erased = Rewriting.Of(happened, _ => Mark) with { By = Nameless(happened.By) };
        return (happened, erased) switch
        {
            (CaseLogged was, CaseLogged logged) => logged with { Subject = _guide.Left(was.Subject) },
            (IntakeAnswered was, IntakeAnswered answered) => answered with { Answers = Left(was.Answers) },
            // Rung's own words, by which it knows why the link was undone.
            (Unlinked { Reason: EscalationEnded.OnCovered } was, Unlinked end) => end with { Reason = was.Reason },
            _ => erased,
        };
    }

    private Dictionary<string, string> Left(IReadOnlyDictionary<string, string> answers) =>
        answers.ToDictionary(one => one.Key, one => _guide.Left(one.Key, one.Value));

    // Who of the desk did something stays, as in the audit trail.
    private static Actor Nameless(Actor by) => by.IsCustomer ? by with { Name = Mark, ContactId = null } : by;
}
