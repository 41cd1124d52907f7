using Rung.Core.Cases;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>The product's own words for the conditions that a guide does not put into words.</summary>
internal static class ConditionWords
{
    /// <summary>All conditions, the guide's own words first, the rest citing <paramref name="cite"/>.</summary>
    public static IReadOnlyList<ConditionText> Complete(IReadOnlyList<ConditionText> given, string cite) =>
        [
            .. given,
            .. Enum.GetValues<Condition>()
                .Where(condition => given.All(text => text.Condition != condition))
                .Select(condition => Own(condition, cite)),
        ];

    private static ConditionText Own(Condition condition, string cite) =>
        condition switch
        {
            Condition.Open => new(condition, "Open", "Not yet assigned to an engineer.", "We have your report.", cite),
            Condition.Assigned => new(
                condition,
                "Assigned",
                "An engineer is progressing it.",
                "Somebody is working on it.",
                cite
            ),
            Condition.OnHold => new(
                condition,
                "On hold",
                "Waiting for the customer.",
                "We need something from you.",
                cite
            ),
            Condition.Resolved => new(condition, "Resolved", "Closes shortly by itself.", "It is done.", cite),
            Condition.ResolvedToConfirm => new(
                condition,
                "Resolved, to be confirmed",
                "Waiting for the customer's confirmation.",
                "We think that it is done. Please tell us whether it is.",
                cite
            ),
            _ => new(condition, "Closed", "Resolved and closed.", "It is finished and stays closed.", cite),
        };
}
