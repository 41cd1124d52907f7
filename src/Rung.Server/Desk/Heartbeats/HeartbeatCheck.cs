using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>What must be right about a heartbeat before it is watched for; all of it is told at once.</summary>
internal static class HeartbeatCheck
{
    /// <summary>Longest name, so that it fits into the subject of a case.</summary>
    public const int LongestName = 100;

    private static readonly Duration Shortest = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromDays(31);

    /// <param name="customer">Null: there is none with that id at the desk.</param>
    /// <returns>The field, by its name in the API, and what is wrong with it.</returns>
    public static IEnumerable<(string Field, string Sentence)> Faults(
        Guide guide,
        Heartbeat heartbeat,
        Customer? customer
    )
    {
        if (OneLine.Fault(heartbeat.Name, LongestName) is { } fault)
        {
            yield return ("name", $"The name {fault}");
        }
        if (heartbeat.Every < Shortest || heartbeat.Every > Longest || heartbeat.Every.Seconds != 0)
        {
            yield return ("every", "Between one minute and 31 days are waited for, in whole minutes.");
        }
        if (CustomerFault(heartbeat, customer) is { } wrong)
        {
            yield return wrong;
        }
        foreach (var unknown in Unknown(guide, heartbeat))
        {
            yield return unknown;
        }
    }

    private static (string Field, string Sentence)? CustomerFault(Heartbeat heartbeat, Customer? customer) =>
        customer switch
        {
            null => ("customer", "There is no such customer at this desk."),
            { LeftOn: not null } => ("customer", $"{customer.Name} left this desk: nothing is watched for them."),
            _ when heartbeat.Site is { } site
                    && site != customer.SiteCode
                    && customer.Sites.All(one => one.Code != site) => (
                "site",
                $"{customer.Name} has no site {OneLine.Start(site)}: leave it out, or give the code of one."
            ),
            _ => null,
        };

    private static IEnumerable<(string Field, string Sentence)> Unknown(Guide guide, Heartbeat heartbeat)
    {
        if (HeartbeatCase.Kinds(guide).All(kind => kind.Id != heartbeat.Kind))
        {
            yield return ("kind", Known("kind of case", HeartbeatCase.Kinds(guide).Select(kind => kind.Id)));
        }
        if (heartbeat.Services.Any(service => guide.Service(service) is null))
        {
            yield return ("services", Known("service", guide.Services.Select(service => service.Id)));
        }
        foreach (var (question, option) in heartbeat.Answers)
        {
            if (!HeartbeatCase.Asks(guide, question, option))
            {
                yield return ($"answers.{OneLine.Start(question)}", $"The guide has no such answer: {Answers(guide)}.");
            }
        }
    }

    private static string Answers(Guide guide) =>
        string.Join(
            "; ",
            HeartbeatCase
                .Questions(guide)
                .Select(question => $"{question.Id} is {string.Join(", ", question.Options.Select(one => one.Id))}")
        );

    private static string Known(string what, IEnumerable<string> known) =>
        $"The guide has no such {what} for this: there are {string.Join(", ", known)}.";
}
