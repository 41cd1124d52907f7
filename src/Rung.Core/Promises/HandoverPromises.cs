using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;

namespace Rung.Core.Promises;

/// <summary>Who is reached how during the night, to be exchanged before the desk closes. ESS-47, ESS-49.</summary>
internal static class HandoverPromises
{
    public static IEnumerable<PromiseEntry> Of(CasePromises of)
    {
        if (of.Guide.OutOfHours is null)
        {
            return [];
        }
        var desk = of.Guide.DeskCalendar;
        var prompted = of.State.HandoverList.Select(prompt => Entry(of, prompt.Closing, prompt.At)).ToList();
        var early = of
            .State.NightContacts.Where(agreed => desk.IsOpen(agreed.At))
            .Select(agreed => (agreed.At, Closing: desk.EndOfWorkingDay(agreed.At)))
            .Where(agreed =>
                agreed.Closing.Ok && !of.State.HandoverList.Exists(one => one.Closing == agreed.Closing.Value)
            )
            .DistinctBy(agreed => agreed.Closing.Value)
            .Select(agreed => Entry(of, agreed.Closing.Value, agreed.At));
        return [.. prompted, .. early, .. Coming(of, prompted)];
    }

    // The next that will be prompted for, unless the one before it is still to be done.
    private static IEnumerable<PromiseEntry> Coming(CasePromises of, List<PromiseEntry> prompted) =>
        of.State.IsLive
        && !prompted.Exists(entry => entry.State == PromiseState.Open)
        && DueList.NextHandover(of.Facts, of.State) is { } next
            ?
            [
                Entry(
                    of,
                    next.Closing,
                    Instant.Max(of.State.Logged.At, of.State.HandoverPromptedFor ?? of.State.Logged.At)
                ),
            ]
            : [];

    private static PromiseEntry Entry(CasePromises of, Instant closing, Instant given)
    {
        var desk = of.Guide.DeskCalendar;
        var opening = desk.NextOpening(closing) is { Ok: true } next ? next.Value : (Instant?)null;
        var kept = of.State.NightContacts.Find(agreed => IsFor(agreed, closing, opening, of))?.At;
        var state =
            kept is { } at ? (at <= closing ? PromiseState.Kept : PromiseState.Late)
            : IsDropped(of.State, closing) ? PromiseState.NotOwed
            : of.Now > closing ? PromiseState.Missed
            : of.Facts.Hold(of.Guide.OutOfHours!.ContinuesWhen) ? PromiseState.Open
            : PromiseState.NotOwed;
        return new PromiseEntry
        {
            Kind = PromiseKind.Handover,
            Id = "night",
            Number = (int)(closing - NodaConstants.UnixEpoch).TotalDays,
            Name = "Contacts for the night exchanged",
            Owner = of.Worker,
            To = of.Reporter,
            GivenAt = given,
            Due = closing,
            State = state,
            KeptAt = kept,
            MissedAt = state is PromiseState.Missed or PromiseState.Late ? closing : null,
            IsToDo = of.State.IsLive && state is PromiseState.Open or PromiseState.Missed && !(opening <= of.Now),
            MootFrom = opening,
            Cite = of.Guide.OutOfHours!.Cite,
        };
    }

    // What is agreed while the desk is closed is for the night that has begun.
    private static bool IsFor(OutOfHoursContactAgreed agreed, Instant closing, Instant? opening, CasePromises of)
    {
        var desk = of.Guide.DeskCalendar;
        return desk.IsOpen(agreed.At)
            ? desk.EndOfWorkingDay(agreed.At) is { Ok: true } end && end.Value == closing
            : agreed.At >= closing && !(opening <= agreed.At);
    }

    // Resolved or waiting for the customer when the desk closed: nobody works on it that night.
    private static bool IsDropped(CaseState state, Instant closing)
    {
        var stands = false;
        foreach (var mark in state.Marks.Where(mark => mark.At <= closing))
        {
            stands = mark.Moment switch
            {
                Guides.CaseMoment.Held or Guides.CaseMoment.Resolved or Guides.CaseMoment.Closed => true,
                Guides.CaseMoment.Resumed or Guides.CaseMoment.Rejected => false,
                _ => stands,
            };
        }
        return stands;
    }
}
