using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Wording;
using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Versions;

/// <summary>The preview of moves to another version, in words.</summary>
internal static class VersionCasesMaker
{
    private const string Unreadable =
        "It cannot be read: an event is damaged, or its version of the guide is not kept. rung db verify says which.";

    public static VersionCasesView Of(FrameView frame, Visit visit, VersionPreview preview) =>
        new(
            frame,
            visit.Guide.Document.Version,
            [.. preview.Cases.Select(one => Row(visit, one))],
            preview.After is { } after ? Addresses.VersionCases(visit.Desk, after) : null
        )
        {
            MayMove = LadderPosts.IsHeldBy(visit.Guide, visit.Actor),
            VersionsHref = Addresses.Versions(visit.Desk),
            MoveHref = Addresses.VersionCases(visit.Desk),
        };

    private static VersionCaseView Row(Visit visit, VersionCase one) =>
        new(
            one.Reference.Text,
            SeenCaseText.Of(one.Reference, one.Version),
            Addresses.Case(visit.Desk, one.Reference.Text),
            one.Subject,
            one.Move?.State.GuideVersion,
            one.Move is null or { Refusal: not null } ? MoveStanding.Stays
                : one.Move.WantsALook ? MoveStanding.WantsALook
                : MoveStanding.Smooth
        )
        {
            Clocks = [.. one.Move?.Clocks.Select(clock => Clock(visit, clock)) ?? []],
            AtOnce = one.Move is { } move ? [.. AtOnce(visit, move)] : [],
            Why = one.Move is null ? Unreadable : one.Move.Refusal?.Sentence,
        };

    private static IEnumerable<string> AtOnce(Visit visit, VersionMove move)
    {
        foreach (var happens in move.AtOnce)
        {
            yield return EventText.Of(visit.Guide, happens);
        }
        if (move.SeenBy is { } seenBy)
        {
            yield return $"From then on it is seen by {string.Join(", ", seenBy.Roles.Select(visit.Guide.RoleTitle))}";
        }
    }

    private static MovedClockView Clock(Visit visit, ClockDifference clock) =>
        new(clock.Target.Name, Words(visit, clock.Before), Words(visit, clock.After), clock.MissesNow);

    private static string Words(Visit visit, ClockReading? reading) =>
        reading switch
        {
            null => "no such target",
            { StoppedAt: { } at } => $"{(reading.IsMissed ? "late" : "in time")}, {Moment(visit, at)}",
            { Due: { } due } => Moment(visit, due),
            { Left: var left } when left < Duration.Zero =>
                $"stands still, {LengthWords.Left(-left)} over {LengthWords.Left(reading.Total)}",
            _ => $"stands still, {LengthWords.Left(reading.Left)} left of {LengthWords.Left(reading.Total)}",
        };

    private static string Moment(Visit visit, Instant at) =>
        MomentWords.Near(at, visit.Now, visit.Guide.DeskCalendar.Zone);
}
