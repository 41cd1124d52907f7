using Rung.Core.Wording;

namespace Rung.Core.Guides.Reading;

/// <summary>What each code is called and how much it weighs.</summary>
public static class ProblemCodes
{
    private static readonly string[] Texts = [.. Enum.GetValues<ProblemCode>().Select(code => Hyphenated.Of(code))];

    /// <summary>The stable text, for example <c>unknown-key</c>.</summary>
    public static string Text(this ProblemCode code) => Texts[(int)code];

    /// <summary>The weight of every problem of this kind.</summary>
    public static Severity Severity(this ProblemCode code) =>
        code switch
        {
            ProblemCode.NotEnforced => Reading.Severity.Notice,
            ProblemCode.NoStart
            or ProblemCode.HolidayYearEnds
            or ProblemCode.HolidaySurprise
            or ProblemCode.DayLengthsDiffer
            or ProblemCode.HoursAndDaysDisagree
            or ProblemCode.TextsDisagree
            or ProblemCode.TextWithoutDatum
            or ProblemCode.ChannelDown
            or ProblemCode.RoleVacant
            or ProblemCode.ConditionUnexplained
            or ProblemCode.PriorityUnexplained => Reading.Severity.Warning,
            _ => Reading.Severity.Error,
        };
}
