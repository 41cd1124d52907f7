using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Wording;
using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Versions;

/// <summary>The preview of a change of version, in words.</summary>
internal static class VersionCasesMaker
{
    public static VersionCasesView Of(FrameView frame, Visit visit, VersionPreview preview) =>
        new(
            frame,
            visit.Guide.Document.Version,
            [.. preview.Cases.Select(one => Row(visit, one))],
            preview.After is { } after ? $"{Addresses.Versions(visit.Desk)}/cases?after={after}" : null
        );

    private static VersionCaseView Row(Visit visit, VersionChange one)
    {
        var logged = one.State.Logged;
        return new VersionCaseView(
            logged.Reference.Text,
            Addresses.Case(visit.Desk, logged.Reference.Text),
            logged.Subject,
            one.State.GuideVersion,
            [.. one.Clocks.Select(clock => Clock(visit, clock))],
            one.Hindrances,
            [.. one.AtOnce.Select(happened => EventText.Of(visit.Guide, happened))]
        );
    }

    private static MovedClockView Clock(Visit visit, ClockDifference clock) =>
        new(clock.Target.Name, Words(visit, clock.Before), Words(visit, clock.After), clock.MissesNow);

    private static string Words(Visit visit, ClockReading? reading) =>
        reading switch
        {
            null => "no target",
            { StoppedAt: { } at } => $"{(reading.IsMissed ? "late" : "in time")}, {Moment(visit, at)}",
            { Due: { } due } => Moment(visit, due),
            _ => $"stands still, {LengthWords.Left(reading.Left)} left of {LengthWords.Left(reading.Total)}",
        };

    private static string Moment(Visit visit, Instant at) =>
        MomentWords.Near(at, visit.Now, visit.Guide.DeskCalendar.Zone);
}
