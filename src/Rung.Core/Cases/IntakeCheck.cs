using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>What the intake still lacks. ESS-20, ESS-24.</summary>
public static class IntakeCheck
{
    /// <summary>Longest answer, in characters.</summary>
    public const int LongestAnswer = Limits.Text;

    /// <summary>Key under which the reason of an answer that needs one is kept.</summary>
    public static string ReasonKey(string question) => question + ".reason";

    /// <summary>
    /// What has to be told for this kind of case and is not: which service it is about, where the guide's priority depends on
    /// it, and required questions without an answer, or whose answer lacks its reason.
    /// </summary>
    public static IEnumerable<OpenPoint> Missing(
        Guide guide,
        string kind,
        IReadOnlyList<string> services,
        IReadOnlyDictionary<string, string> answers
    )
    {
        if (services.Count == 0 && AsksServices(guide, kind) is { } cite && !SaysAllServices(guide, answers))
        {
            yield return new OpenPoint(null, ServicesAsk(kind), cite);
        }
        foreach (var question in guide.Intake.Questions)
        {
            if (question.Required == Need.Required && IsAbout(question, kind) && !IsAnswered(question, answers))
            {
                yield return new OpenPoint(question.Id, question.Ask, question.Cite);
            }
        }
    }

    /// <summary>How an agent asks which services a case is about.</summary>
    public static string ServicesAsk(string kind) => kind == CaseKind.Fault ? "What is not working?" : "Which service?";

    /// <summary>The paragraph by which the priority of this kind of case depends on the services concerned; null: it does not.</summary>
    public static string? AsksServices(Guide guide, string kind) =>
        guide.Services.Count > 0 && guide.Kind(kind) is { DefaultPriority: null, Handling: KindHandling.Work }
            ? guide.PriorityRules.FirstOrDefault(rule => IsFor(rule.When, kind) && AsksServices(rule.When))?.Cite
            : null;

    /// <summary>Whether an answer says by itself that every service is concerned.</summary>
    public static bool SaysAllServices(Guide guide, IReadOnlyDictionary<string, string> answers) =>
        guide.Intake.Questions.Any(question =>
            answers.TryGetValue(question.Id, out var answer)
            && question.Options.Any(option => option.Id == answer && option.AllServices == Permission.Yes)
        );

    /// <summary>Whether the question is asked for this kind of case.</summary>
    public static bool IsAbout(Question question, string kind) =>
        question.Kinds.Count == 0 || question.Kinds.Contains(kind);

    /// <summary>Whether there is an answer that is not blank, with its reason where the option chosen needs one.</summary>
    public static bool IsAnswered(Question question, IReadOnlyDictionary<string, string> answers)
    {
        if (!answers.TryGetValue(question.Id, out var answer) || string.IsNullOrWhiteSpace(answer))
        {
            return false;
        }
        var option = question.Options.FirstOrDefault(candidate => candidate.Id == answer);
        return option?.NeedsReason != Need.Required
            || (answers.TryGetValue(ReasonKey(question.Id), out var reason) && !string.IsNullOrWhiteSpace(reason));
    }

    private static bool IsFor(When when, string kind) =>
        when switch
        {
            When.All all => all.Parts.All(part => IsFor(part, kind)),
            When.Is { Fact: Fact.Kind } asked => asked.Values.Contains(kind),
            _ => true,
        };

    private static bool AsksServices(When when) =>
        when.Whole().Any(part => part is When.Is { Fact: Fact.Service or Fact.ServiceClass or Fact.Services });
}

/// <summary>Something that the intake still lacks.</summary>
/// <param name="Question">Id of the question; null: the services concerned.</param>
/// <param name="Ask">As the agent asks for it.</param>
/// <param name="Cite">Paragraph of the guide that wants it known.</param>
public sealed record OpenPoint(string? Question, string Ask, string Cite);
