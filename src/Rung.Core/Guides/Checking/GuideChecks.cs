using NodaTime;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Asks of a guide what a careful reader would ask of it. The list in <c>docs/guide-problems.md</c>.</summary>
public static class GuideChecks
{
    private static readonly GuideCheck[] All =
    [
        UnreachableRules.Check,
        UnreachableTimes.Check,
        UnreachableLevels.Check,
        NeverHolds.Check,
        NeverMet.Check,
        ContactRoutes.Check,
        TargetsForPriorities.Check,
        StartsForChannels.Check,
        AttemptsFit.Check,
        HolidayYears.Check,
        DayLengths.Check,
        HoursAndDays.Check,
        TextsAgree.Check,
        TextPromises.Check,
        TextHours.Check,
        AttemptsSaid.Check,
        ChannelsDown.Check,
        CallsWithoutMessage.Check,
        VacantRoles.Check,
        AlertsRead.Check,
        AlertsComeBack.Check,
        RetentionFits.Check,
        RoleSides.Check,
        ReservedRoles.Check,
        ConditionsExplained.Check,
        PrioritiesExplained.Check,
        FieldsOfReadings.Check,
        NotEnforcedYet.Check,
    ];

    /// <summary>Every problem of a guide: those found in reading it, and what the checks find.</summary>
    /// <param name="asOf">The date from which open clocks look ahead for holiday data.</param>
    /// <returns>In the order of the file. A check is left out where the part it looks at could not be read.</returns>
    public static IReadOnlyList<GuideProblem> Run(GuideReading reading, LocalDate asOf)
    {
        if (reading.Draft is not { } draft)
        {
            return reading.Problems;
        }
        var parts = new ReadParts(reading, draft);
        var context = new CheckContext(draft, parts, asOf);
        foreach (var check in All.Where(check => check.Needs.All(parts.AreSound)))
        {
            check.Run(context);
        }
        return Findings.Merge(reading.Problems, context.Findings.InOrder().Where(parts.IsWorthSaying));
    }
}

/// <param name="Needs">Parts of the guide that must have been read well for the check to say anything, as <see cref="ReadParts.AreSound(string)"/> names them.</param>
internal sealed record GuideCheck(IReadOnlyList<string> Needs, Action<CheckContext> Run);
