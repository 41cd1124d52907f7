using NodaTime;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Promises;
using Rung.Server.Pages.Queue;

namespace Rung.Server.Pages.Escalations;

/// <summary>The escalations of a desk that go on, the highest level first. SMC-31, SMC-32.</summary>
public sealed record EscalationsView
{
    public required FrameView Frame { get; init; }

    /// <summary>"3 escalations, 1 of them on level 3 or higher".</summary>
    public required string Summary { get; init; }
    public required IReadOnlyList<EscalationRowView> Rows { get; init; }
    public EmptyView? Empty { get; init; }
    public string? NextHref { get; init; }
    public string? FirstHref { get; init; }
}

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

/// <summary>Who is to be telephoned when, overdue first. SMC-09, ESS-51.</summary>
public sealed record CallBoardView
{
    public required FrameView Frame { get; init; }

    /// <summary>"1 overdue, 3 to come".</summary>
    public required string Summary { get; init; }
    public required IReadOnlyList<CallRowView> Rows { get; init; }
    public EmptyView? Empty { get; init; }
}

/// <param name="Promise">The line of the promise book.</param>
/// <param name="Phone">Their number; null: none is on file.</param>
public sealed record CallRowView(PromiseRowView Promise, string? Phone, string? PhoneHref);
