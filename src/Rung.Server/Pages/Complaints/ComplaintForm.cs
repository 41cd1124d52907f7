using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Complaints;

/// <summary>What the form asks, and what it says. A complaint that was only spoken of is one of its answers. ESS-88 to ESS-90.</summary>
internal static class ComplaintForm
{
    public const string Spoken = "spoken";

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd H:mm"
    );

    public static IReadOnlyList<FieldView> Fields(Visit visit, IReadOnlyList<Customer> customers, FormValues? sent)
    {
        List<FieldView> fields =
        [
            new("picked", "Who complains?", FieldType.Choice) { Options = [.. customers.SelectMany(People)] },
            new("name", "Their name") { Optional = true, Hint = "Needed for somebody else than those above." },
            new("email", "Their e-mail address") { Optional = true, Hint = "Where answers go, if it is another." },
            new("how", "How did it come?", FieldType.Choice) { Options = [.. Ways(visit.Guide)] },
            .. Kinds(visit.Guide),
            new("text", "The complaint, in their words", FieldType.Long)
            {
                Hint = "No mail repeats it; only those who deal with complaints read it.",
            },
            new("received", "Delivered, or sent")
            {
                Optional = true,
                Hint =
                    $"Of a letter when it was delivered, of a form when it was sent, like {Moment.Format(visit.Now.InZone(visit.Zone).LocalDateTime)}. Left out: now.",
            },
            new("about", "Name of whom it is about")
            {
                Optional = true,
                Hint = "They never see it, whatever their post.",
            },
            FieldView.Select(
                "aboutRole",
                "Post of whom it is about",
                "",
                [
                    ("", "None, or not known"),
                    .. visit
                        .Guide.Roles.Where(role => role.Side == RoleSide.Provider)
                        .Select(role => (role.Id, role.Title)),
                ]
            ) with
            {
                Optional = true,
            },
        ];
        return sent is null ? fields : [.. fields.Select(sent.Fill)];
    }

    /// <summary>The reporter that was picked; null: nobody was, or nobody is named.</summary>
    public static Reporter? Reporter(IReadOnlyList<Customer> customers, FormValues form)
    {
        var parts = form.Text("picked").Split('/', 2);
        if (parts.Length < 2 || customers.FirstOrDefault(one => one.Id == parts[0]) is not { } customer)
        {
            return null;
        }
        var contact = customer.Present.FirstOrDefault(one => one.Id == parts[1]);
        var name = form.Maybe("name") ?? contact?.Name;
        return name is null
            ? null
            : new Reporter(
                customer.Id,
                customer.Name,
                name,
                contact?.Roles is [var role, ..] ? role : null,
                contact?.Phone,
                form.Maybe("email") ?? contact?.Email
            )
            {
                // Whoever is named otherwise than the one that was picked is somebody else.
                ContactId = contact?.IsNamed(name) == true ? contact.Id : null,
                Contract = customer.Contract,
                Region = customer.Region,
            };
    }

    /// <summary>When it was received; null: nothing was typed. What cannot be read is said as an error.</summary>
    public static (Instant? At, ErrorView? Error) Received(Visit visit, FormValues form)
    {
        if (form.Maybe("received") is not { } typed)
        {
            return (null, null);
        }
        return Moment.Parse(typed.Replace('T', ' ')) is { Success: true, Value: var local }
            ? (visit.Zone.AtLeniently(local).ToInstant(), null)
            : (null, new ErrorView("Write when it was received like 2026-12-24 15:31.", "f-received"));
    }

    public static LogCase Command(Visit visit, FormValues form, Reporter reporter, IReadOnlyList<Paper> papers) =>
        new HandedIn(
            reporter,
            Enum.TryParse<Channel>(form.Text("how"), out var channel) && Enum.IsDefined(channel)
                ? channel
                : Channel.Phone,
            new ComplaintDetails(form.Text("text"))
            {
                About = form.Maybe("about"),
                AboutRole = form.Maybe("aboutRole"),
                Papers = papers,
            }
        )
        {
            Kind = form.Maybe("kind"),
            ReceivedAt = Received(visit, form).At,
        }.Command(visit.Guide);

    private static IEnumerable<OptionView> People(Customer customer) =>
        [
            .. customer.Present.Select(contact => new OptionView(
                $"{customer.Id}/{contact.Id}",
                $"{contact.Name}, {customer.Name}"
            )),
            new OptionView($"{customer.Id}/", $"Somebody else at {customer.Name}"),
        ];

    private static IEnumerable<OptionView> Ways(Guide guide) =>
        [
            new(nameof(Channel.Phone), "By telephone, just now", true),
            new(nameof(Channel.Form), "By the web form"),
            new(nameof(Channel.Letter), "By letter"),
            new(
                Spoken,
                "It was only spoken of: I asked them to log it",
                Hint: guide.Complaints?.RedirectNote ?? "A note is kept. No clock starts."
            ),
        ];

    private static IEnumerable<FieldView> Kinds(Guide guide)
    {
        var kinds = guide.Kinds.Where(kind => guide.IsComplaint(kind.Id)).ToList();
        if (kinds.Count > 1)
        {
            yield return new FieldView("kind", "What kind of complaint?", FieldType.Choice)
            {
                Options = [.. kinds.Select((kind, index) => new OptionView(kind.Id, kind.Name, index == 0))],
            };
        }
    }
}
