using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Server.Demo.Playing;

/// <summary>One row of the demo: what a customer reported, how long before opening, and what was done about it.</summary>
/// <param name="Starts">When the reference was issued, as <see cref="StoryTime"/> before opening.</param>
/// <param name="Customer">Id of the customer.</param>
/// <param name="What">Kind, services joined by +, and for faults who is affected and how badly, in the guide's ids.</param>
/// <param name="Details">What the reporter sees.</param>
internal sealed record Story(string Starts, string Customer, Channel Source, What What, string Subject, string Details)
{
    public Anchor Anchor { get; init; }

    /// <summary>Name by which other stories link to this one.</summary>
    public string? Key { get; init; }

    /// <summary>How long before the reference the mail came or the monitoring saw it; null: a little.</summary>
    public string? Before { get; init; }
    public string? Tried { get; init; }
    public string? CustomerReference { get; init; }

    /// <summary>Which of the customer's contacts reports.</summary>
    public int Contact { get; init; }

    /// <summary>Set for a mail that was not clear: raised On-Hold, this is asked (ESS-39).</summary>
    public string? Unclear { get; init; }

    /// <summary>Of a complaint the name of whom it is about, and their post.</summary>
    public string? About { get; init; }
    public string? AboutRole { get; init; }

    /// <summary>Open: the call still goes on.</summary>
    public IntakeState Intake { get; init; } = IntakeState.Finished;
    public IReadOnlyList<StoryStep> Steps { get; init; } = [];
}

/// <summary>What a story's start counts back from.</summary>
internal enum Anchor
{
    Opening,

    /// <summary>The last change of the clocks before opening; no story when there was none within three months.</summary>
    ClockChange,
}

/// <summary>What is reported, read from words such as <c>fault identity+email some cannot-use</c>.</summary>
internal sealed record What(string Kind, IReadOnlyList<string> Services, string? Affected, string? Effect)
{
    public static implicit operator What(string words)
    {
        var parts = words.Split(' ');
        return new What(parts[0], parts.Length > 1 ? parts[1].Split('+') : [], Part(parts, 2), Part(parts, 3));
    }

    private static string? Part(string[] parts, int index) => parts.Length > index ? parts[index] : null;
}
