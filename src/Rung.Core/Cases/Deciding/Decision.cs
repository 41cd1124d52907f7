using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>What an arm of the decider has before it: the guide, the case as it stands, who acts when.</summary>
internal sealed record Decision(Guide Guide, CaseState State, Moment Moment)
{
    public Instant At => Moment.At;

    public CaseFacts Facts => CaseFacts.Of(Guide, State, At);

    public ClockReading? PrimaryClock => ClockReader.Primary(ClockReader.Read(Guide, State, At));

    /// <summary>Whether who acts may do what these roles may, for themselves or stepping in.</summary>
    public bool MayAct(IReadOnlyList<string> roles) => Guide.MayAct(roles, Moment.By.Role, At);

    public bool IsComplaint => State.Logged.IsComplaint();

    /// <summary>Paragraph that explains a condition; null where the guide has none.</summary>
    public string? CiteOf(Condition condition) =>
        Guide.Conditions.FirstOrDefault(one => one.Condition == condition)?.Cite;

    /// <summary>The case's condition in the guide's words. ESS-75.</summary>
    public string ConditionName =>
        Guide.Conditions.FirstOrDefault(one => one.Condition == State.Condition)?.Name ?? State.Condition.ToString();

    /// <summary>Paragraph that says how a case of this kind gets its priority.</summary>
    public string? CiteOfKind => Guide.Kind(State.Logged.Kind)?.Cite;

    /// <summary>Accepts with these events, all of this moment.</summary>
    public Ruling Accept(params CaseEvent[] events) => new Ruling.Accepted([.. events.Select(Moment.Stamp)]);

    /// <summary>Refuses text that is empty or too long; <paramref name="field"/> begins the sentence.</summary>
    public static Refusal? NeedsText(string? text, string field) =>
        string.IsNullOrEmpty(text) || Visible.IsBlank(text)
            ? new Refusal(RefusalCode.InvalidInput, $"{field} is empty: write it.")
        : text.Length > Limits.Text
            ? new Refusal(RefusalCode.InvalidInput, $"{field} is longer than {Limits.Text:N0} characters: shorten it.")
        : null;

    /// <summary>Refuses what is no name of a person, a post or an organisation; <paramref name="field"/> begins the sentence.</summary>
    public static Refusal? NeedsName(string? text, string field) =>
        OneLine.Fault(text) is { } fault ? new Refusal(RefusalCode.InvalidInput, $"{field} {fault}") : null;

    /// <summary>Refuses what nobody has approved where the guide wants that; a name that is given has to be one.</summary>
    public static Refusal? NotApproved(Need need, string? by, Refusal missing) =>
        need == Need.Required && string.IsNullOrWhiteSpace(by) ? missing : MayName(by, "The name of who approved it");

    /// <summary>As <see cref="NeedsName"/>, but it may be left out.</summary>
    public static Refusal? MayName(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : NeedsName(text, field);
}

internal static class Limits
{
    public const int Text = 100_000;
    public const int Subject = 200;

    /// <summary>What is awaited of whom: it stands in a mail, on a clock and in every row of a report.</summary>
    public const int Awaiting = 2_000;
    public static readonly Duration BackDating = Duration.FromHours(24);

    /// <summary>How long ago a matter may have been received or detected: a clock at 1970 is broken.</summary>
    public static readonly Duration Receipt = Duration.FromDays(92);

    /// <summary>How long ago a letter may have been delivered, ten years: it may be found late, its year may be mistyped.</summary>
    public static readonly Duration Delivery = Duration.FromDays(3_653);
}
