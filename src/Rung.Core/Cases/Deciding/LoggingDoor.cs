using System.Globalization;
using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>What must be right before a reference is issued.</summary>
internal static class LoggingDoor
{
    public static Refusal? Refuses(Guide guide, LogCase command, Moment moment) =>
        KindIsWrong(guide, command)
        ?? FirstLineComesFirst(guide, command)
        ?? ContractDoor.Refuses(guide, command)
        ?? InputIsWrong(command)
        ?? ComplaintDoor.Refuses(guide, command)
        ?? MomentIsWrong(guide, command, moment)
        ?? PriorityIsUnknown(guide, command.Priority)
        ?? Refuses(guide, command.Services, command.Answers)
        ?? Papers.Refuses(command.Papers ?? []);

    public static Refusal? Refuses(
        Guide guide,
        IReadOnlyList<string> services,
        IReadOnlyDictionary<string, string> answers
    )
    {
        if (services.FirstOrDefault(service => guide.Service(service) is null) is { } service)
        {
            return Unknown("service", service, guide.Services.Select(one => one.Id), ("ESS-95", guide.Desk.Cite));
        }
        foreach (var question in guide.Intake.Questions.Where(one => one.Type == QuestionType.Choice))
        {
            if (
                answers.TryGetValue(question.Id, out var answer)
                && answer.Length > 0
                && question.Options.All(option => option.Id != answer)
            )
            {
                var known = question.Options.Select(option => option.Id);
                return Unknown($"answer to \"{question.Ask}\"", answer, known, ("ESS-24", question.Cite));
            }
        }
        if (NoNumber(guide, answers) is { } refusal)
        {
            return refusal;
        }
        var asked = guide.Intake.Questions.Select(question => question.Id).ToHashSet();
        var reasons = asked.Select(IntakeCheck.ReasonKey).ToHashSet();
        var stray = answers.Keys.FirstOrDefault(key => !asked.Contains(key) && !reasons.Contains(key));
        return stray is null
            ? TooLong(answers)
            : Unknown("question", stray, asked, ("ESS-24", CiteOf(guide.Intake.Questions, one => one.Cite)));
    }

    public static Refusal? PriorityIsUnknown(Guide guide, string? priority) =>
        priority is null || guide.Priority(priority) is not null
            ? null
            : Unknown(
                "priority",
                priority,
                guide.Priorities.Select(one => one.Id),
                ("ESS-21", CiteOf(guide.Priorities, one => one.Cite))
            );

    /// <param name="rests">The requirement, and the guide's paragraph that says which there are.</param>
    public static Refusal Unknown(
        string what,
        string given,
        IEnumerable<string> known,
        (string Rule, string? Cite) rests
    ) =>
        new(
            RefusalCode.UnknownInGuide,
            $"The guide has no {what} \"{OneLine.Start(given)}\": choose one of {string.Join(", ", known)}.",
            rests.Rule,
            rests.Cite
        );

    /// <summary>The paragraph that lists such parts of the guide; null where it has none of them.</summary>
    public static string? CiteOf<T>(IReadOnlyList<T> parts, Func<T, string> cite) =>
        parts is [var first, ..] ? cite(first) : null;

    private static Refusal? NoNumber(Guide guide, IReadOnlyDictionary<string, string> answers) =>
        guide
            .Intake.Questions.Where(question =>
                question.Type == QuestionType.Number
                && answers.TryGetValue(question.Id, out var answer)
                && answer.Length > 0
                && !int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            )
            .Select(question => Invalid($"\"{question.Ask}\" is answered by a whole number, like 12."))
            .FirstOrDefault();

    private static Refusal? TooLong(IReadOnlyDictionary<string, string> answers) =>
        answers.Values.Any(answer => answer.Length > Limits.Text)
            ? new Refusal(
                RefusalCode.InvalidInput,
                $"An answer is longer than {Limits.Text:N0} characters: shorten it."
            )
            : null;

    private static Refusal? KindIsWrong(Guide guide, LogCase command)
    {
        if (guide.Kind(command.Kind) is not { } kind)
        {
            return Unknown(
                "kind",
                command.Kind,
                guide.Kinds.Select(one => one.Id),
                ("ESS-42", CiteOf(guide.Kinds, one => one.Cite))
            );
        }
        if (kind.Handling != KindHandling.HandOver)
        {
            return null;
        }
        var route = guide.Routes.FirstOrDefault(one => one.Id == kind.HandOverRoute);
        var address = string.Join(" or ", route?.Addresses.Select(one => one.Address) ?? []);
        var sentence = $"{kind.Name} goes to {route?.Name ?? kind.HandOverRoute}, not to this desk: {address}.";
        return new Refusal(RefusalCode.HandedToOtherRoute, sentence, "ESS-12", kind.Cite);
    }

    // ESS-05: no case and no clock until the customer's own desk refers it on. It is callers who are referred back: what the
    // provider's monitoring found had no caller, and has its own start (ESS-29, A-04).
    private static Refusal? FirstLineComesFirst(Guide guide, LogCase command)
    {
        if (command.FirstLine != FirstLine.OwnDesk || command.Source == Channel.Monitoring)
        {
            return null;
        }
        var say = guide.FirstLine?.Say ?? "Please contact your own service desk first.";
        return new Refusal(RefusalCode.OwnFirstLineDesk, say, "ESS-05", guide.FirstLine?.Cite);
    }

    private static Refusal? InputIsWrong(LogCase command) =>
        string.IsNullOrWhiteSpace(command.Subject) ? Invalid("The subject is empty: say in a few words what is wrong.")
        : command.Subject.Length > Limits.Subject
            ? Invalid($"The subject is longer than {Limits.Subject} characters: shorten it.")
        : command.Subject.Any(char.IsControl)
            ? Invalid("The subject has control characters in it: write it on one line.")
        : string.IsNullOrWhiteSpace(command.Reporter.CustomerId)
        || string.IsNullOrWhiteSpace(command.Reporter.CustomerName)
            ? Invalid("The customer is missing: say who is calling from where.")
        : string.IsNullOrWhiteSpace(command.Reporter.ContactName)
            ? Invalid("The contact is missing: say who reports it (ESS-17).")
        : NameIsWrong(command.Reporter);

    private static Refusal? NameIsWrong(Reporter reporter) =>
        Decision.NeedsName(reporter.CustomerName, "The customer's name")
        ?? Decision.NeedsName(reporter.ContactName, "The contact's name")
        ?? Decision.MayName(reporter.Phone, "The contact's telephone number")
        ?? AddressIsWrong(reporter.Email)
        ?? Decision.MayName(reporter.CustomerReference, "The customer's reference");

    // What is kept here is written to for as long as the case lives.
    private static Refusal? AddressIsWrong(string? email) =>
        !string.IsNullOrWhiteSpace(email) && EmailAddress.Fault(email) is { } fault
            ? Invalid($"The contact's e-mail address {fault}")
            : null;

    private static Refusal? MomentIsWrong(Guide guide, LogCase command, Moment moment)
    {
        Refusal Wrong(string sentence) =>
            new(RefusalCode.MomentNotAllowed, sentence, "ESS-29", Logging.StartRule(guide, command.Source)?.Cite);

        if (moment.At > moment.RecordedAt)
        {
            return Wrong("The reference cannot be issued in the future.");
        }
        if (ReceiptIsWrong(command, moment) is { } sentence)
        {
            return Wrong(sentence);
        }
        return moment.RecordedAt - moment.At > moment.BackDating
            ? Wrong("The reference was issued more than 24 hours ago: log it now and say in a note when it happened.")
            : null;
    }

    // ESS-88, ESS-89: a letter may be found late, and its time counts from its delivery all the same.
    private static string? ReceiptIsWrong(LogCase command, Moment moment)
    {
        var (isLetter, now) = (command.Source == Channel.Letter, moment.RecordedAt);
        return command switch
        {
            { ReceivedAt: { } at } when at > now && isLetter =>
                "The letter cannot have been delivered in the future: correct when it was.",
            { ReceivedAt: { } at } when at > now =>
                "The matter cannot have been received in the future: correct when it was.",
            { ReceivedAt: { } at } when at > moment.At =>
                "The reference cannot be issued before the matter was received: correct either time.",
            { ReceivedAt: { } at } when isLetter && at < now - Limits.Delivery =>
                "The letter cannot have been delivered more than ten years ago: check the date.",
            _ when (!isLetter && command.ReceivedAt < now - Limits.Receipt)
                    || command.DetectedAt < now - Limits.Receipt =>
                $"The matter cannot have been received or detected more than {Limits.Receipt.TotalDays:N0} days ago: check the date and the clock of whatever reports it.",
            _ => null,
        };
    }

    private static Refusal Invalid(string sentence) => new(RefusalCode.InvalidInput, sentence);
}
