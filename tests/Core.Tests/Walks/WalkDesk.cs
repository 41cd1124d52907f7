using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Escalations;

namespace Rung.Core.Tests.Walks;

/// <summary>A desk as a walk meets it: its guide, how a case is reported there, who works there, how its customers talk.</summary>
internal sealed record WalkDesk(string Name, Guide Guide, IReadOnlyList<string> Services, IReadOnlyList<string> Holds)
{
    private static readonly string[] Words = ["hall", "rack", "device", "now", "today", "later"];

    public static IReadOnlyList<WalkDesk> All { get; } =
    [
        new("schools-desk", ShippedGuides.Schools, ["identity"], ["information", "tester-absent"]),
        new("smc", ShippedGuides.Smc, ["connectivity"], ["information", "customer-access"]),
        new("gulf", GulfDesk.Guide, ["power", "cooling", "cross-connects"], ["information", "customer-asked"]),
    ];

    /// <summary>Those whose guide has complaints.</summary>
    public static IReadOnlyList<WalkDesk> WithComplaints { get; } =
    [.. All.Where(desk => desk.Guide.Kinds.Any(kind => desk.Guide.IsComplaint(kind.Id)))];

    /// <summary>Posts of the provider, the agents and the customer.</summary>
    public IReadOnlyList<Actor> Actors { get; } =
    [
        People.Agent,
        People.Agent,
        People.Contact,
        .. Guide.Roles.Where(role => role.Side == RoleSide.Provider).Select(role => new Actor(role.Title, role.Id)),
    ];

    public LogCase Report(LogCase plain, Random dice) =>
        plain with
        {
            Kind = Guide.Kinds[0].Id,
            Source = Pick(dice, [Channel.Phone, Channel.Phone, Channel.Email, Channel.Portal, Channel.Monitoring]),
            Services = [Pick(dice, Services)],
            Answers = Answers(dice),
            Reporter = People.Reporter with
            {
                Contract = Guide.Contracts.Count == 0 ? null : Pick(dice, Guide.Contracts).Id,
                ContactRole = Pick(dice, Guide.Roles.Where(role => role.Side == RoleSide.Customer).ToList()).Id,
            },
        };

    /// <summary>Complains, by call, form or letter, received up to two days ago; now and then of somebody or of a post.</summary>
    public LogCase Complain(LogCase plain, Instant now, Random dice)
    {
        var source = Pick(dice, [Channel.Phone, Channel.Form, Channel.Letter]);
        var received = now - Duration.FromMinutes(dice.Next(2 * 24 * 60));
        var posts = Guide.Roles.Where(role => role.Side == RoleSide.Provider).ToList();
        return plain with
        {
            Kind = Pick(dice, Guide.Kinds.Where(kind => Guide.IsComplaint(kind.Id)).ToList()).Id,
            Source = source,
            Subject = "Complaint",
            Services = [],
            Answers = new Dictionary<string, string>(),
            ReceivedAt = source == Channel.Phone ? null : received,
            Complaint = new ComplaintDetails("Nobody called back")
            {
                About = dice.Next(3) == 0 ? "Engineer 7" : null,
                AboutRole = dice.Next(3) == 0 ? Pick(dice, posts).Id : null,
            },
        };
    }

    public static T Pick<T>(Random dice, IReadOnlyList<T> from) => from[dice.Next(from.Count)];

    private Dictionary<string, string> Answers(Random dice) =>
        Guide
            .Intake.Questions.Where(question => question.Kinds.Count == 0 || question.Kinds.Contains(Guide.Kinds[0].Id))
            .ToDictionary(
                question => question.Id,
                question =>
                    question.Options.Count > 0 ? Pick(dice, question.Options).Id
                    : question.Type == QuestionType.Number ? $"{dice.Next(400)}"
                    : Pick(dice, Words)
            );
}
