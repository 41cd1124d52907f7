namespace Rung.Core.Cases;

/// <summary>The answer to a command: events, or a refusal.</summary>
public abstract record Ruling
{
    private Ruling() { }

    /// <summary>Events to append, in order; none when nothing needs to change.</summary>
    public sealed record Accepted(IReadOnlyList<CaseEvent> Events) : Ruling
    {
        /// <summary>Events of a new case that continues this one (ESS-53); empty: none.</summary>
        public IReadOnlyList<CaseEvent> NextCase { get; init; } = [];
    }

    /// <summary>No event comes of it.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Ruling;

    internal static Ruling Accept(params CaseEvent[] events) => new Accepted(events);

    internal static Ruling Refuse(RefusalCode code, string sentence, string? rule = null, string? cite = null) =>
        new Refused(new Refusal(code, sentence, rule, cite));
}
