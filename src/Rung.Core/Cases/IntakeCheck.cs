using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>Which questions of the intake are still open. ESS-24.</summary>
public static class IntakeCheck
{
    /// <summary>Key under which the reason of an answer that needs one is kept.</summary>
    public static string ReasonKey(string question) => question + ".reason";

    /// <summary>Required questions of this kind of case without an answer, or whose answer lacks its reason.</summary>
    public static IEnumerable<Question> Missing(
        Guide guide,
        string kind,
        IReadOnlyDictionary<string, string> answers
    ) =>
        guide.Intake.Questions.Where(question =>
            question.Required == Need.Required && IsAbout(question, kind) && !IsAnswered(question, answers)
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
}
