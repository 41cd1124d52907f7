using NodaTime;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Outgoing;
using Rung.Server.Pages.Queue;
using Rung.Server.Pages.Words;
using Rung.Storage.Complaints;
using Rung.Storage.Outbox;
using Rung.Storage.Queue;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Complaints;

/// <summary>The list of complaints from its rows.</summary>
internal static class ComplaintListMaker
{
    public static ComplaintListView Of(Visit visit, FrameView frame, FoundComplaints found)
    {
        var here = Addresses.Complaints(visit.Desk);
        var closed = found.View == QueueSelection.Closed;
        return new ComplaintListView
        {
            Frame = frame,
            Summary = Summary(found),
            NewHref = Addresses.NewComplaint(visit.Desk),
            SeenBy = SeenBy(visit.Guide),
            Cite = visit.Guide.Complaints is { } process ? CiteMaker.Of(visit.Guide, process.Cite) : null,
            Rows = [.. found.Rows.Select(row => Row(row, visit))],
            Empty = found.Rows.Count > 0 ? null : Empty(visit, closed),
            OtherLabel = closed ? "To be answered" : "Closed complaints",
            OtherHref = closed ? here : $"{here}?view=closed",
            Undelivered = [.. found.Failed.Select(one => Undelivered(one, visit.Desk))],
            Notes = closed ? [] : [.. found.Notes.Select(note => Note(note, visit))],
        };
    }

    private static string Summary(FoundComplaints found) =>
        (found.View == QueueSelection.Closed, found.Rows.Count) switch
        {
            (true, var count) => $"{count:N0} closed",
            (false, var count) => $"{count:N0} to be answered",
        };

    private static string SeenBy(Guide guide) =>
        guide.Complaints is { VisibleTo: { Count: > 0 } roles }
            ? $"Complaints are seen by {string.Join(", ", roles.Select(guide.RoleTitle))}, and never by whom one is about. Anybody may log one."
            : "A complaint is never seen by whom it is about. Anybody may log one.";

    private static EmptyView Empty(Visit visit, bool closed) =>
        ComplaintDesk.DealsWith(visit.Guide, visit.Actor)
            ? new(
                closed ? "No complaint is closed." : "No complaint waits for an answer.",
                "Log a complaint",
                Addresses.NewComplaint(visit.Desk)
            )
            : new(
                $"As {visit.Actor.Name} you see no complaints. What you log here goes to those who deal with it.",
                "Log a complaint",
                Addresses.NewComplaint(visit.Desk)
            );

    private static ComplaintRowView Row(QueueRow row, Visit visit) =>
        new(row.Reference.Text, Addresses.Case(visit.Desk, row.Reference.Text))
        {
            Kind = visit.Guide.Kind(row.Kind)?.Name ?? row.Kind,
            From = $"{row.CustomerName} · {row.ReportedBy} · by {ChannelWords.Of(row.Source).ToLowerInvariant()}",
            Condition = QueueMaker.ConditionName(visit.Guide, row.Condition),
            Clock = ClockMaker.Of(row, visit.Guide, visit.Now),
            FollowUp = row.FollowUpAt is { } due ? $"the rest by {MomentWords.Near(due, visit.Now, visit.Zone)}" : null,
            FollowUpMissed = row.FollowUpAt < visit.Now,
        };

    private static AdviceView Undelivered(QueuedMessage message, string desk) =>
        new(
            $"A message about {message.Reference} did not arrive: {OutgoingMaker.What(message.Message.Kind)}.",
            "See to it",
            Addresses.Outgoing(desk, message.Id)
        );

    private static NoteRowView Note(Redirection note, Visit visit) =>
        new(MomentWords.Near(note.At, visit.Now, visit.Zone), note.ContactName, note.Text, note.ActorName);
}

/// <summary>What the list shows.</summary>
internal sealed record FoundComplaints(
    QueueSelection View,
    IReadOnlyList<QueueRow> Rows,
    IReadOnlyList<Redirection> Notes
)
{
    /// <summary>Messages about what is listed that did not arrive.</summary>
    public IReadOnlyList<QueuedMessage> Failed { get; init; } = [];
}
