using NodaTime;
using Rung.Server.Pages.Clocks;

namespace Rung.Server.Pages.Escalations;

/// <summary>One escalation: where it stands, who answers for it, what is owed next and what was kept.</summary>
public sealed record EscalationRowView(string Reference, string Href)
{
    public required string Subject { get; init; }

    /// <summary>"Level 3: Service Operations Manager".</summary>
    public required string Level { get; init; }

    /// <summary>Since when it is at that level.</summary>
    public required string Since { get; init; }
    public required Instant SinceAt { get; init; }

    /// <summary>The owner, or who is to be contacted.</summary>
    public required string Owner { get; init; }

    /// <summary>Nobody answers for it yet.</summary>
    public bool Lit { get; init; }

    /// <summary>What is owed next, with its time; null: nothing is.</summary>
    public ClockView? Clock { get; init; }

    /// <summary>"Contact of the communication plan"; "nothing is promised".</summary>
    public required string Next { get; init; }

    /// <summary>Where the next promise is kept; null: there is none.</summary>
    public string? NextHref { get; init; }

    /// <summary>"5 kept, 1 missed".</summary>
    public required string Kept { get; init; }
    public bool Missed { get; init; }

    /// <summary>"peer: Chief operating officer", "2 decisions", "reason for outage owed by …": each a short phrase.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
    public required string EvidenceHref { get; init; }
}
