namespace Rung.Core.Guides;

/// <summary>What an agent, a form or a mail must tell. ESS-17 to ESS-24, ESS-30 to ESS-36.</summary>
/// <param name="LogBy">Target-like deadline for logging a mail; enforced with e-mail.</param>
public sealed record Intake(IReadOnlyList<Question> Questions, IReadOnlyList<RequiredFact> MailFacts, LogBy? LogBy);

/// <summary>A question of the intake.</summary>
/// <param name="Ask">As the agent asks it.</param>
/// <param name="PlainAsk">As the customer's form asks it.</param>
/// <param name="Required">Whether intake can finish without an answer ("not applicable" with a reason is one).</param>
/// <param name="Kinds">Kinds of case it belongs to; empty: all.</param>
public sealed record Question(
    string Id,
    string Ask,
    string? PlainAsk,
    QuestionType Type,
    IReadOnlyList<Option> Options,
    Need Required,
    IReadOnlyList<string> Kinds,
    string Cite
);

/// <summary>What an answer looks like.</summary>
public enum QuestionType
{
    /// <summary>The id of one of the question's options.</summary>
    Choice,

    /// <summary>Words, up to 100,000 characters; conditions look for words in them.</summary>
    Text,

    /// <summary>A whole number, which conditions compare.</summary>
    Number,
}

/// <param name="AllServices">Choosing it says that every service is concerned.</param>
/// <param name="NeedsReason">Choosing it asks for a reason ("not applicable").</param>
public sealed record Option(string Id, string Label, string? PlainLabel, Permission AllServices, Need NeedsReason);

/// <summary>A fact a fault mail should carry, and what is asked for when it is missing. ESS-30 to ESS-36.</summary>
public sealed record RequiredFact(string Id, string Name, IReadOnlyList<string> Labels, string AskFor, string Cite);

/// <summary>How soon an un-logged mail must be logged, from its effective receipt. ESS-41, A-05.</summary>
public sealed record LogBy(Time.Allowance Within, string Calendar, string Cite);
