using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;

namespace Rung.Core.Guides;

/// <summary>What conditions of the guide may ask about a case, or about one that is being logged.</summary>
public sealed record CaseFacts
{
    private static readonly Dictionary<string, string> NoAnswers = [];

    /// <summary>The version that the case keeps, or the one in force for one that is being logged.</summary>
    public required Guide Guide { get; init; }

    /// <summary>The moment asked about; how long a case has been open counts to it.</summary>
    public required Instant Now { get; init; }

    /// <summary>What conditions on open hours look at; null: <see cref="Now"/>. A clock's row is chosen by the hours at its start.</summary>
    public Instant? HoursAt { get; init; }

    /// <summary>Id; null: none yet, which equals no priority.</summary>
    public string? Priority { get; init; }

    /// <summary>Id; null: not known, which equals no kind.</summary>
    public string? Kind { get; init; }

    /// <summary>How the matter came; null: not known.</summary>
    public Channel? Source { get; init; }

    /// <summary>Ids of the services concerned.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>As in <see cref="CaseState.Answers"/>; what is not answered equals no option.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = NoAnswers;

    /// <summary>Null: nobody is known yet, so nothing holds that asks for customer, contract or region.</summary>
    public Reporter? Reporter { get; init; }

    /// <summary>What the case is called; empty when nothing is known.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The case; null: it is being logged, and has no condition, flag of its own, or escalation.</summary>
    public CaseState? State { get; init; }

    /// <summary>The facts of a case as it stands after its events.</summary>
    public static CaseFacts Of(Guide guide, CaseState state, Instant now) =>
        new()
        {
            Guide = guide,
            Now = now,
            Priority = state.Priority,
            Kind = state.Logged.Kind,
            Source = state.Logged.Source,
            Services = state.Services,
            Answers = state.Answers,
            Reporter = state.Logged.Reporter,
            Subject = state.Logged.Subject,
            State = state,
        };

    /// <summary>Total: every condition has an answer; what is not known is not equal to anything.</summary>
    public bool Hold(When when) =>
        when switch
        {
            When.Always => true,
            When.All all => HoldAll(all.Parts),
            When.Any any => any.Parts.Any(Hold),
            When.Not not => !Hold(not.Part),
            When.Is asked => IsOneOf(asked),
            When.Answered asked => Answers.TryGetValue(asked.Question, out var answer)
                && asked.Options.Contains(answer),
            When.Numbered asked => Answers.TryGetValue(asked.Question, out var answer)
                && int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= (asked.AtLeast ?? 0)
                && number <= (asked.AtMost ?? int.MaxValue),
            When.Says says => SaidWords.Has([Subject, .. Texts()], says.Words),
            When.Counted counted => Within(Number(counted.Count), counted),
            When.OpenFor open => State is { } state && Now - state.Logged.At >= open.AtLeast,
            When.Hours hours => Guide.Calendars[hours.Calendar].IsOpen(HoursAt ?? Now) == (hours.Are == HoursAre.Open),
            _ => throw new NotSupportedException($"No reading for {when.GetType().Name}."),
        };

    /// <summary>Whether nothing can be due before a priority is set; a complaint never has one .</summary>
    public bool NeedsPriority => !Guide.IsComplaint(Kind);

    /// <summary>Whether a reason for outage has to be written before the case may close. ESS-76, A-15.</summary>
    public bool OwesRfo => Guide.Rfo is { } rule && State?.Rfo is null && Hold(rule.RequiredWhen);

    /// <summary>Whether something has to be done before the case may close: a reason for outage, or the end of an escalation.</summary>
    public bool StaysOpen => OwesRfo || State?.Escalation is { IsAsked: true };

    /// <summary>Whether a flag holds: an agent's word first, else the guide's default .</summary>
    public bool HasFlag(string id)
    {
        if (State is { } state && state.FlagsSet.TryGetValue(id, out var set))
        {
            return set.Value == FlagValue.Set;
        }
        var flag = Guide.Flag(id);
        return flag is not null && !flag.SetWhen.AsksFlags() && Hold(flag.SetWhen);
    }

    /// <summary>Channels that may not work, since a service with this fault is what carries them. ESS-51, semantics 34.</summary>
    public IEnumerable<Channel> DownChannels =>
        Kind == CaseKind.Fault ? Services.SelectMany(id => Guide.Service(id)?.TakesDown ?? []) : [];

    /// <summary>The rule by which calls are owed on this case beside messages; null: none are. ESS-51.</summary>
    public CallRule? Calls => Guide.Calls is { } rule && HasFlag(rule.Flag) ? rule : null;

    /// <summary>Whether a call is still to be made: beside a message while the case has its flag, about what is not clear while it is on hold.</summary>
    public bool Owes(OwedCall call) =>
        call.IsOwed && (call.Owed.Reason == CallReason.Unclear ? Guide.Calls is not null : Calls is not null);

    private bool HoldAll(IReadOnlyList<When> parts)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            if (!Hold(parts[index]))
            {
                return false;
            }
        }
        return true;
    }

    private bool IsOneOf(When.Is asked) =>
        asked.Fact switch
        {
            Fact.Priority => Has(asked, Priority),
            Fact.Kind => Has(asked, Kind),
            Fact.Source => Source is { } source && Has(asked, CamelName.Of(source)),
            Fact.Service => HasService(asked),
            Fact.ServiceClass => HasServiceClass(asked),
            Fact.TakesDown => TakesDown(asked),
            Fact.Services => Has(asked, HowManyServices()),
            Fact.Customer => Has(asked, Reporter?.CustomerId),
            Fact.Contract => Has(asked, Reporter?.Contract),
            Fact.Region => Has(asked, Reporter?.Region),
            Fact.Flag => asked.Values.Any(HasFlag),
            Fact.Condition => State is { } state && Has(asked, CamelName.Of(state.Condition)),
            Fact.HoldReason => Has(asked, State?.Hold?.Reason),
            Fact.WaitReason => Has(asked, State?.Wait?.Reason),
            Fact.Disposition => Has(asked, State?.Disposition?.Disposition),
            Fact.Channel => State is { } state && Has(asked, CamelName.Of(state.LastCustomerChannel)),
            Fact.Continues => Has(asked, State?.Logged.Continues is null ? "no" : "yes"),
            Fact.EscalationLevel => Has(asked, State?.Escalation?.Level.ToString(CultureInfo.InvariantCulture)),
            Fact.EscalationReason => HasReason(asked),
            // Alarms come with monitoring.
            Fact.Alarm => false,
            _ => throw new NotSupportedException($"No reading for {asked.Fact}."),
        };

    // Apart, because what a lambda holds on to is allocated whichever arm is taken.
    private bool HasService(When.Is asked) => Services.Any(service => Has(asked, service));

    private bool HasServiceClass(When.Is asked) => Services.Any(service => Has(asked, ClassOf(service)));

    private bool HasReason(When.Is asked) => State?.Escalation?.Reasons.Any(reason => Has(asked, reason)) == true;

    private bool TakesDown(When.Is asked) => DownChannels.Any(channel => Has(asked, CamelName.Of(channel)));

    private string? ClassOf(string id)
    {
        var service = Guide.Service(id);
        var season = service?.Seasons.FirstOrDefault(season => Guide.Calendars[season.During].IsOpen(HoursAt ?? Now));
        return season?.Class ?? service?.Class;
    }

    // Answers that are chosen from options have no words of the customer's.
    private IEnumerable<string> Texts() =>
        Guide
            .Intake.Questions.Where(question => question.Type == QuestionType.Text)
            .Select(question => Answers.GetValueOrDefault(question.Id, ""));

    private string HowManyServices()
    {
        if (
            IntakeCheck.SaysAllServices(Guide, Answers)
            || (Guide.Services.Count > 0 && Guide.Services.All(one => Services.Contains(one.Id)))
        )
        {
            return "all";
        }
        return Services.Count == 0 ? "none" : "some";
    }

    private int Number(Count count) =>
        count switch
        {
            Count.Attempts => State?.Attempts.Count ?? 0,
            Count.Reopenings => State?.Rejections ?? 0,
            Count.LinkedCases => State?.Links.Count ?? 0,
            Count.MissedTargets => State?.Missed.Count ?? 0,
            Count.MissedPromises => State?.MissedPromises ?? 0,
            // No case says how many: a guide that asks for it is told so (NotEnforcedYet).
            Count.UsersAffected => 0,
            _ => throw new NotSupportedException($"No reading for {count}."),
        };

    private static bool Within(int number, When.Counted bounds) =>
        number >= (bounds.AtLeast ?? 0) && number <= (bounds.AtMost ?? int.MaxValue);

    private static bool Has(When.Is asked, string? value) => value is not null && asked.Values.Contains(value);
}
