using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Escalations;
using Rung.Storage.Search;

namespace Rung.Server.Desk;

/// <summary>What a case is found by, from its new events: what people wrote, numbers, the customer (ESS-32).</summary>
internal static class SearchTerms
{
    public static IReadOnlyList<SearchTerm> Of(IReadOnlyList<CaseEvent> events)
    {
        var terms = new List<SearchTerm>();
        foreach (var happened in events)
        {
            if (happened is CaseLogged logged)
            {
                terms.AddRange(OfReporter(logged.Reporter));
            }
            if (happened is ReporterChanged changed)
            {
                terms.AddRange(OfReporter(changed.To));
            }
            terms.AddRange(SearchText.Words(Text(happened)));
        }
        return [.. terms.Distinct()];
    }

    /// <summary>The site code, for cases reported from there.</summary>
    public static IReadOnlyList<SearchTerm> Of(Customer? customer) => SearchText.Words(customer?.SiteCode);

    private static IEnumerable<SearchTerm> OfReporter(Reporter reporter) =>
        [
            .. SearchText.CustomerReference(reporter.CustomerReference),
            .. SearchText.Phone(reporter.Phone),
            .. SearchText.Words($"{reporter.CustomerName} {reporter.ContactName}"),
        ];

    // The words that people wrote; an event that has none adds nothing.
    private static string? Text(CaseEvent happened) =>
        happened switch
        {
            CaseLogged logged => logged.Subject,
            IntakeAnswered answered => string.Join(' ', answered.Answers.Values),
            Held held => held.Awaiting,
            WaitBegan wait => wait.For,
            Updated updated => updated.Text,
            Noted noted => noted.Text,
            CustomerReplied replied => replied.Text,
            AutomaticMailReceived mail => mail.Text,
            UpdateRequested asked => asked.Text,
            EscalationAsked asked => asked.Text,
            Escalated entered => $"{entered.From} {entered.OtherReason} {entered.Note}",
            Engaged engaged => $"{engaged.Person} {engaged.Text}",
            CalledBack called => called.Text,
            PlannedContactMade made => made.Text,
            PeerNamed peer => peer.Peer,
            DecisionTaken taken => taken.Text,
            EscalationEnded ended => ended.Reason,
            DispositionGiven given => $"{given.Text} {given.Circumvention}",
            Resolved resolved => resolved.Resolution,
            Rejected rejected => rejected.Text,
            Confirmed confirmed => confirmed.Text,
            AttemptMade attempt => attempt.Outcome,
            RfoWritten rfo => rfo.Text,
            _ => null,
        };
}
