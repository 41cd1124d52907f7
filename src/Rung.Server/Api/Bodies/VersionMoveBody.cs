using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>What moving a case to the version of its guide that is in force would change: to be looked at before. ESS-02.</summary>
/// <param name="Reference">Of the case.</param>
/// <param name="Version">The version of the case: the ETag with which it is moved as it was looked at.</param>
/// <param name="From">The version of the guide that it is under.</param>
/// <param name="To">The version of the guide that is in force.</param>
public sealed record VersionMoveBody(string Reference, long Version, string From, string To)
{
    /// <summary>Code of the refusal that moving it would meet; left out: it can be moved.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Detail { get; init; }

    /// <summary>The clocks that would come out differently.</summary>
    public required IReadOnlyList<ClockDifferenceBody> Clocks { get; init; }

    /// <summary>What would happen at once, as the timeline would say it.</summary>
    public required IReadOnlyList<string> AtOnce { get; init; }

    /// <summary>The posts that would see it, where they are others than now; only of a complaint.</summary>
    public IReadOnlyList<string>? SeenBy { get; init; }

    internal static VersionMoveBody Of(CaseSnapshot found, Guide to, VersionMove move) =>
        new(found.State.Reference.Text, found.Version, found.State.GuideVersion, to.Document.Version)
        {
            Refusal = move.Refusal?.Code.Text(),
            Detail = move.Refusal?.Sentence,
            Clocks = [.. move.Clocks.Select(ClockDifferenceBody.Of)],
            AtOnce = [.. move.AtOnce.Select(happened => EventText.Of(to, happened))],
            SeenBy = move.SeenBy?.Roles,
        };
}

/// <summary>A clock under one version of the guide and under the other.</summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Before">Left out: the version that the case is under has no such clock.</param>
/// <param name="After">Left out: the version in force has none.</param>
/// <param name="MissesNow">It would be overdue, and is not now.</param>
public sealed record ClockDifferenceBody(string Target, ClockBody? Before, ClockBody? After, bool MissesNow)
{
    internal static ClockDifferenceBody Of(ClockDifference clock) =>
        new(
            clock.Target.Id,
            clock.Before is { } before ? ClockBody.Of(before) : null,
            clock.After is { } after ? ClockBody.Of(after) : null,
            clock.MissesNow
        );
}
