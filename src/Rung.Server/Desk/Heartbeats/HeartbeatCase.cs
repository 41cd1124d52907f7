using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>The case that the silence of a heartbeat is.</summary>
internal static class HeartbeatCase
{
    /// <summary>What the guide in force no longer knows is left out: a silence must not go unsaid for that.</summary>
    public static LogCase Of(Guide guide, Heartbeat heartbeat, Customer customer) =>
        new()
        {
            Kind = guide.Kind(heartbeat.Kind) is { Handling: KindHandling.Work } kind
                ? kind.Id
                : Kinds(guide).FirstOrDefault()?.Id ?? heartbeat.Kind,
            Source = Channel.Monitoring,
            Subject = HeartbeatWords.Subject(heartbeat, Place(heartbeat, customer)),
            Reporter = new Reporter(customer.Id, customer.Name, heartbeat.Name, null, null, null)
            {
                Contract = customer.Contract,
                Region = customer.Region,
            },
            Services = [.. heartbeat.Services.Where(service => guide.Service(service) is not null)],
            Answers = heartbeat
                .Answers.Where(one => Asks(guide, one.Key, one.Value))
                .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal),
            DetectedAt = heartbeat.DueAt,
            FirstLine = customer.FirstLine is null ? FirstLine.None : FirstLine.OwnDesk,
        };

    /// <summary>Kinds that a silence can be of: those that the desk works itself.</summary>
    public static IEnumerable<CaseKind> Kinds(Guide guide) =>
        guide
            .Kinds.Where(kind => kind.Handling == KindHandling.Work)
            .OrderByDescending(kind => kind.Id == CaseKind.Fault);

    /// <summary>What can be answered beforehand: questions with answers to choose from.</summary>
    public static IEnumerable<Question> Questions(Guide guide) =>
        guide.Intake.Questions.Where(question => question.Type == QuestionType.Choice);

    public static bool Asks(Guide guide, string question, string option) =>
        Questions(guide).Any(one => one.Id == question && one.Options.Any(answer => answer.Id == option));

    private static string? Place(Heartbeat heartbeat, Customer customer) =>
        customer.Sites.FirstOrDefault(site => site.Code == heartbeat.Site)?.Name ?? heartbeat.Site;
}
