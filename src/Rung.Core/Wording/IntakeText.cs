using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Wording;

/// <summary>What was answered at the intake, a question a line, in the guide's words.</summary>
public static class IntakeText
{
    /// <returns>Null: nothing was answered.</returns>
    public static string? Of(Guide guide, IntakeAnswered answered)
    {
        var services = answered.Services.Select(id => guide.Service(id)?.Name ?? id).ToList();
        var lines = guide
            .Intake.Questions.Where(question => answered.Answers.ContainsKey(question.Id))
            .Select(question => Answer(question, answered.Answers));
        string[] concerns = services.Count == 0 ? [] : [$"Concerns: {string.Join(", ", services)}"];
        string[] all = [.. concerns, .. lines];
        return all.Length == 0 ? null : string.Join('\n', all);
    }

    private static string Answer(Question question, IReadOnlyDictionary<string, string> answers)
    {
        var given = answers[question.Id];
        var words = question.Options.FirstOrDefault(option => option.Id == given)?.Label ?? given;
        var why =
            answers.TryGetValue(IntakeCheck.ReasonKey(question.Id), out var reason) && reason.Length > 0
                ? $" ({reason})"
                : "";
        return $"{question.Ask.TrimEnd('?')}: {words}{why}";
    }
}
