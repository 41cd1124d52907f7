using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Reads <c>log</c>: the case that is begun, as the agent or the form puts it in.</summary>
internal sealed class LogReader(Guide guide, Cast cast)
{
    /// <summary>What the case is called when the scenario does not say.</summary>
    public const string OnlyCase = "case";

    private static readonly Reporter Nobody = new("nobody", "nobody", "nobody", null, null, null);

    public Act Read(MapReader map, string key) => map.Map(key, "`log`", Case) ?? new Act("", Command: null);

    /// <summary><c>logMail</c>: what <c>log</c> asks for, but for what the mail says of itself.</summary>
    /// <param name="mail">Null: no such mail came before.</param>
    public Act OfMail(MapReader map, MailFrom? mail) =>
        Begun(
            map,
            "logMail",
            () =>
                Command(map, mail?.Contact) with
                {
                    Source = Channel.Email,
                    Subject = map.Text("subject", mail?.Subject ?? ""),
                }
        );

    /// <summary>A complaint as it came in, by whichever route. ESS-88.</summary>
    public Act Complain(MapReader map, string key, ComplaintActs complaints) =>
        map.Map(key, "`complain`", act => Complaint(act, complaints)) ?? new Act("", Command: null);

    private Act Complaint(MapReader map, ComplaintActs complaints)
    {
        var name = Name(map, OnlyCase);
        var details = ComplaintActs.Details(map);
        var command = new LogCase
        {
            Kind = map.OptionalUse("kind", NameKind.Kind) ?? complaints.Kind,
            Source = map.Word("source", Channel.Phone),
            Subject = "Complaint",
            Reporter = Reporter(map, From(map), out _),
            ReceivedAt = Moments.Of(map, "received", map.Find("received"), guide.DeskCalendar.Zone),
            Complaint = details,
        };
        return new Act("complain", _ => command) { Begins = name };
    }

    public IReadOnlyDictionary<string, string> Answers(MapReader map)
    {
        var answers = new Dictionary<string, string>();
        foreach (var entry in map.Entries("answers", map.Find("answers")))
        {
            if (map.Scalar(entry.Key, entry.Value) is not { } answer)
            {
                continue;
            }
            answers[entry.Key] = answer.Text.Trim();
            var question = guide.Intake.Questions.FirstOrDefault(one => one.Id == entry.Key);
            if (question is { Type: QuestionType.Choice })
            {
                map.Context.Names.Use(NameKind.Option, $"{entry.Key}/{answer.Text}", answer.Place);
            }
            else if (question is null && guide.Intake.Questions.All(one => IntakeCheck.ReasonKey(one.Id) != entry.Key))
            {
                map.Context.Names.Use(NameKind.Question, entry.Key, entry.Place);
            }
        }
        return answers;
    }

    private Act Case(MapReader map)
    {
        var zone = guide.DeskCalendar.Zone;
        return Begun(
            map,
            "log",
            () =>
                Command(map, From(map)) with
                {
                    Source = map.Word("source", Channel.Phone),
                    Subject = map.Text("subject"),
                    ReceivedAt = Moments.Of(map, "received", map.Find("received"), zone),
                    DetectedAt = Moments.Of(map, "detected", map.Find("detected"), zone),
                }
        );
    }

    private static Act Begun(MapReader map, string key, Func<LogCase> read)
    {
        var name = Name(map, OnlyCase);
        var continues = map.OptionalUse("continues", NameKind.Case);
        var command = read();
        return new Act(
            key,
            reference => continues is null ? command : command with { Continues = reference(continues) }
        )
        {
            Begins = name,
        };
    }

    /// <summary>What the scenario calls a case or a mail.</summary>
    /// <param name="otherwise">The name when it says none.</param>
    public static string Name(MapReader map, string otherwise)
    {
        var name = map.Scalar("as", map.Find("as"));
        if (name is not null && map.IsId(name))
        {
            map.Context.Names.Define(NameKind.Case, name.Text, name.Place);
            return name.Text;
        }
        map.Context.Names.Define(NameKind.Case, otherwise, map.Place);
        return otherwise;
    }

    private LogCase Command(MapReader map, string? from) =>
        new()
        {
            Kind = map.OptionalUse("kind", NameKind.Kind) ?? guide.Kinds[0].Id,
            Source = Channel.Phone,
            Subject = "",
            Reporter = Reporter(map, from, out var customer),
            Services = map.Uses("services", NameKind.Service),
            Answers = Answers(map),
            Priority = map.OptionalUse("priority", NameKind.Priority),
            HoldReason = map.OptionalUse("holdReason", NameKind.HoldReason),
            Awaiting = map.OptionalText("awaiting"),
            FirstLine = FirstLine(customer, map.Permission("referredOn", Permission.No)),
        };

    private string? From(MapReader map)
    {
        var from = map.OptionalUse("from", NameKind.Contact);
        if (from is null && cast.Find(from) is null)
        {
            map.Context.Findings.Add(
                ProblemCode.MissingKey,
                map.Place,
                "this needs `from`",
                "name the contact that reports; `customers` lists them"
            );
        }
        return from;
    }

    private Reporter Reporter(MapReader map, string? from, out Customer? customer)
    {
        var reference = map.OptionalText("customerReference");
        if (cast.Find(from) is not { } known)
        {
            customer = null;
            return Nobody;
        }
        customer = known.Customer;
        var contact = known.Contact;
        return new Reporter(
            customer.Id,
            customer.Name,
            contact.Name,
            contact.Roles.Count > 0 ? contact.Roles[0] : null,
            contact.Phone,
            contact.Email
        )
        {
            ContactId = contact.Id,
            Contract = customer.Contract,
            Region = customer.Region,
            CustomerReference = reference,
        };
    }

    private static FirstLine FirstLine(Customer? customer, Permission referredOn) =>
        customer?.FirstLine is null ? Cases.FirstLine.None
        : referredOn == Permission.Yes ? Cases.FirstLine.OwnDeskReferred
        : Cases.FirstLine.OwnDesk;
}
