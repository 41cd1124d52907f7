using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Intake;
using Rung.Server.Pages.Outgoing;
using Rung.Server.Pages.Retention;
using Rung.Server.Pages.Words;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;

namespace Rung.Server.Pages.Cases;

/// <summary>The panels beside a case: who it is for, what is known, what was sent.</summary>
internal static class SideMaker
{
    private const int Latest = 8;

    public static PanelView Customer(CaseSnapshot found, CaseAround around)
    {
        var customer = around.Customer;
        var reporter = found.State.Logged.Reporter;
        var rows = new List<PanelRow> { new("Reported by", reporter.ContactName) };
        Add(rows, "Phone", reporter.Phone, reporter.Phone is { } phone ? PhoneHref(phone) : null);
        Add(rows, "E-mail", reporter.Email, null);
        if (around.Bounce is { } bounce)
        {
            var when = MomentWords.Near(bounce.ReceivedAt, found.Now, found.Guide.DeskCalendar.Zone);
            Add(rows, "Came back", $"a mail to it, {when}", Addresses.Mail(bounce.Desk, bounce.Id));
        }
        Add(rows, "Their ref", reporter.CustomerReference, null);
        Add(
            rows,
            "Site code",
            customer?.SiteCode,
            customer is null ? null : Addresses.Customer(customer.Desk, customer.Id)
        );
        Add(rows, "Group", customer?.Group, null);
        Add(rows, "Contract", ContractName(found.Guide, reporter.Contract), null);
        Add(
            rows,
            "First line",
            customer is null ? "not known: not registered" : customer.FirstLine?.Name ?? "none, contacts us directly",
            null
        );
        rows.Add(
            new(
                "Cases",
                "all of this customer",
                $"{Addresses.Queue(found.State.Logged.Desk)}?view=all&customer={Uri.EscapeDataString(reporter.CustomerId)}"
            )
        );
        return new PanelView(reporter.CustomerName, rows);
    }

    public static IReadOnlyList<PanelView> Others(CaseSnapshot found, CaseAround around)
    {
        var panels = new List<PanelView> { Details(found, around), Evidence(found) };
        if (found.State.Logged.IsComplaint())
        {
            panels.Insert(0, Complaint(found));
        }
        if (around.Mails.Count > 0)
        {
            panels.Add(Mails(found, around.Mails));
        }
        panels.AddRange(
            new[]
            {
                Messages(found, ("Written to the customer", true), around),
                Messages(found, ("Told to the desk", false), around),
            }.OfType<PanelView>()
        );
        return panels;
    }

    public static string PhoneHref(string phone) => $"tel:{phone.Replace(" ", "", StringComparison.Ordinal)}";

    private static PanelView Details(CaseSnapshot found, CaseAround around)
    {
        var (guide, state) = (found.Guide, found.State);
        var rows = new List<PanelRow> { new("Kind", guide.Kind(state.Logged.Kind)?.Name ?? state.Logged.Kind) };
        Add(rows, "Services", string.Join(", ", state.Services.Select(id => guide.Service(id)?.Name ?? id)), null);
        Add(rows, "Priority", Why(state), null);
        Add(rows, "Waits for", state.Wait?.For, null);
        Add(rows, "At night", state.OutOfHours is { } night ? $"{night.Contact}, {night.ReachedBy}" : null, null);
        Add(rows, "Flags", string.Join(", ", Flags(found)), null);
        rows.Add(new("Guide", $"{guide.Document.Title} {guide.Document.Version}", Addresses.Guide(guide.Document.Id)));
        var hold = around.Hold is { } stands
            ? $"since {MomentWords.Near(stands.At, found.Now, found.Guide.DeskCalendar.Zone)}"
            : "none";
        rows.Add(new("Legal hold", hold, HeldThing.Of(guide.Document.Id, state.Reference).Here));
        return new PanelView("Details", rows);
    }

    private static PanelView Complaint(CaseSnapshot found)
    {
        var (guide, state) = (found.Guide, found.State);
        var (details, zone) = (state.Logged.Complaint!, guide.DeskCalendar.Zone);
        var rows = new List<PanelRow> { new("Received", MomentWords.Near(state.Logged.ReceivedAt, found.Now, zone)) };
        Add(rows, "About", details.About, null);
        Add(rows, "About post", details.AboutRole is { } role ? guide.RoleTitle(role) : null, null);
        foreach (var paper in details.Papers.Concat(state.Complaint?.Papers ?? []))
        {
            rows.Add(new("Paper", paper.Name, Addresses.Paper(state.Logged.Desk, state.Reference.Text, paper.Hash)));
        }
        var route = guide.Routes.FirstOrDefault(one => one.Id == state.Complaint?.Escalated?.Route);
        Add(rows, "Management", route is null ? null : $"taken to {route.Name}", null);
        Add(rows, "Outside", guide.Complaints?.ExternalBody, null);
        var seenBy = Restriction.Of(guide, state.Logged).Roles;
        Add(rows, "Seen by", string.Join(", ", seenBy.Select(guide.RoleTitle)), null);
        return new PanelView("Complaint", rows);
    }

    private static PanelView Evidence(CaseSnapshot found)
    {
        string Href(bool isInternal) =>
            Addresses.Evidence(found.State.Logged.Desk, found.State.Reference.Text, isInternal);
        return new PanelView(
            "Evidence pack",
            [
                new("To hand over", "customer's edition", Href(false)),
                new("For the desk", "internal edition", Href(true)),
            ]
        );
    }

    private static string? Why(CaseState state) =>
        state.PrioritySet switch
        {
            null => null,
            { Proposed: { } rule } set when rule.Priority == set.Priority => $"{set.Priority}: {rule.Because}",
            { Reason: { Length: > 0 } reason } set => $"{set.Priority}: {reason}",
            var set => $"{set.Priority}, {set.Cause.ToString().ToLowerInvariant()}",
        };

    private static IEnumerable<string> Flags(CaseSnapshot found)
    {
        var facts = CaseFacts.Of(found.Guide, found.State, found.Now);
        return found.Guide.Flags.Where(flag => facts.HasFlag(flag.Id)).Select(flag => flag.Name);
    }

    private static PanelView Mails(CaseSnapshot found, IReadOnlyList<InboundMail> mails)
    {
        var zone = found.Guide.DeskCalendar.Zone;
        return new PanelView(
            "Mails received",
            [
                .. mails.Select(mail => new PanelRow(
                    MomentWords.Short(mail.ReceivedAt, zone),
                    IntakeRows.Subject(mail),
                    Addresses.Mail(found.State.Logged.Desk, mail.Id)
                )),
            ]
        );
    }

    // What is for the customer has a Message-ID, so that their answers find the case.
    private static PanelView? Messages(CaseSnapshot found, (string Title, bool ToCustomer) part, CaseAround around)
    {
        var messages = around.Messages.Where(one => (one.Message.MessageId is not null) == part.ToCustomer).ToList();
        var latest = messages
            .TakeLast(Latest)
            .Reverse()
            .Select(one => new PanelRow(
                MomentWords.Short(one.Message.QueuedAt, around.Words.Zone),
                $"{OutgoingMaker.What(one.Message.Kind)}: {around.Words.Of(one)}",
                Addresses.Outgoing(found.State.Logged.Desk, one.Id)
            ));
        return messages.Count == 0 ? null : new PanelView($"{part.Title}, {messages.Count} in all", [.. latest]);
    }

    private static string? ContractName(Guide guide, string? id) => guide.Contract(id)?.Name ?? id;

    private static void Add(List<PanelRow> rows, string name, string? value, string? href)
    {
        if (!string.IsNullOrEmpty(value))
        {
            rows.Add(new PanelRow(name, value, href));
        }
    }
}
