using System.Globalization;
using Rung.Core.Guides;
using Rung.Core.Guides.Checking;

namespace Rung.Core.Erasures;

/// <summary>
/// What of the customer's own answers the guide's conditions ask for: clocks hang on it, so that it stays when the rest goes.
/// </summary>
/// <param name="versions">Every version of the guide that the case was under.</param>
internal sealed class AskedWords(IReadOnlyList<Guide> versions)
{
    private readonly IReadOnlyList<string> _asked =
    [
        .. versions
            .SelectMany(WhenUse.In)
            .SelectMany(use => use.Whens)
            .SelectMany(when => when.Whole())
            .OfType<When.Says>()
            .SelectMany(says => says.Words)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What stands for a text in which conditions look for words: the mark, and those of the words that are in it.</summary>
    public string Left(string text) =>
        text.Length == 0
            ? text
            : string.Join(
                ' ',
                _asked.Where(word => SaidWords.Has([text], [word])).SelectMany(Beside).Prepend(Erasing.Mark)
            );

    /// <summary>The same of an answer of the intake; what was chosen or counted is no text.</summary>
    public string Left(string question, string answer) => IsCode(question, answer) ? answer : Left(answer);

    /// <summary>Whether an answer of the intake is what was chosen or counted, and no text.</summary>
    public bool IsCode(string question, string answer) =>
        versions
            .SelectMany(guide => guide.Intake.Questions)
            .Any(asked => asked.Id == question && IsCode(asked, answer));

    // Each between marks, so that no two words make a phrase that nobody said.
    private static IEnumerable<string> Beside(string word) => [word, Erasing.Mark];

    private static bool IsCode(Question question, string answer) =>
        question.Type switch
        {
            QuestionType.Choice => question.Options.Any(option => option.Id == answer),
            QuestionType.Number => int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            QuestionType.Text => false,
            _ => throw new NotSupportedException($"No reading for {question.Type}."),
        };
}
