using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Desk;

namespace Rung.Server.Api;

/// <summary>Completes what a caller sent with what is on file about the customer.</summary>
internal static class LogCommands
{
    private const string NotYetKnown = "?";

    private static readonly Dictionary<string, string> NoAnswers = [];

    public static LogCase Of(LogRequest request, Customer customer) =>
        new()
        {
            Kind = request.Kind,
            Source = request.Source,
            Subject = request.Subject,
            Reporter = ReporterOf(customer, request.Contact) with
            {
                CustomerReference = OwnReference.Of(customer, request.CustomerReference).Text,
            },
            Services = request.Services ?? [],
            Answers = request.Answers ?? NoAnswers,
            Priority = request.Priority,
            ReceivedAt = request.ReceivedAt,
            DetectedAt = request.DetectedAt,
            Continues = request.Continues,
            HoldReason = request.Hold?.Reason,
            Awaiting = request.Hold?.Awaiting,
            FirstLine = FirstLineOf(customer, request.FirstLine),
        };

    /// <summary>How it came and when are the mail's.</summary>
    public static LogCase Of(MailLogRequest request, Customer customer) =>
        Of(
            new LogRequest
            {
                Kind = request.Kind,
                Source = Channel.Email,
                Subject = request.Subject,
                Customer = request.Customer,
                Contact = request.Contact,
                CustomerReference = request.CustomerReference,
                Services = request.Services,
                Answers = request.Answers,
                Priority = request.Priority,
                Hold = request.Hold,
                FirstLine = request.FirstLine,
            },
            customer
        );

    public static LogCase Of(Guide guide, ComplaintRequest request, Customer customer, IReadOnlyList<Paper> papers) =>
        new HandedIn(
            ReporterOf(customer, request.Contact),
            request.Source,
            new ComplaintDetails(request.Text)
            {
                About = request.About,
                AboutRole = request.AboutRole,
                Papers = papers,
            }
        )
        {
            Kind = request.Kind,
            ReceivedAt = request.ReceivedAt,
        }.Command(guide);

    /// <summary>For a preview: what is not known yet stands open.</summary>
    public static LogCase Of(ProposalRequest request, Customer? customer)
    {
        var nobody = new ReportedBy(NotYetKnown);
        return new LogCase
        {
            Kind = request.Kind,
            Source = request.Source ?? Channel.Phone,
            Subject = NotYetKnown,
            Reporter = customer is null
                ? new Reporter(NotYetKnown, NotYetKnown, NotYetKnown, null, null, null)
                : ReporterOf(customer, nobody),
            Services = request.Services ?? [],
            Answers = request.Answers ?? NoAnswers,
            Priority = request.Priority,
            ReceivedAt = request.ReceivedAt,
            FirstLine = customer is null ? request.FirstLine : FirstLineOf(customer, request.FirstLine),
        };
    }

    // Whether the customer has a desk of its own is on file and not for the caller to say (ESS-05).
    private static FirstLine FirstLineOf(Customer customer, FirstLine said) =>
        customer.FirstLine is null ? FirstLine.None
        : said == FirstLine.OwnDeskReferred ? FirstLine.OwnDeskReferred
        : FirstLine.OwnDesk;

    // Whoever is named by id is as on file; by name alone it is the one who has it there, if the address is not another's.
    private static Reporter ReporterOf(Customer customer, ReportedBy said)
    {
        var typed = new Reporter(customer.Id, customer.Name, said.Name, said.Role, said.Phone, said.Email)
        {
            Contract = customer.Contract,
            Region = customer.Region,
        };
        if (customer.Present.FirstOrDefault(one => one.Id == said.Id) is { } contact)
        {
            return OnFile(typed, contact) with { ContactName = contact.Name };
        }
        return customer.Named(said.Name) is { } named && (said.Email is null || named.ReadsAt(said.Email))
            ? OnFile(typed, named)
            : typed;
    }

    // A complaint is read at the address that it has.
    private static Reporter OnFile(Reporter typed, Contact contact) =>
        typed with
        {
            ContactId = contact.Id,
            Phone = typed.Phone ?? contact.Phone,
            Email = typed.Email ?? contact.Email,
        };
}
