namespace Rung.Server.Pages.Outgoing;

/// <summary>A message in a list.</summary>
/// <param name="What">The guide's rule: "resolved to confirm".</param>
/// <param name="To">Address; in words when there is none.</param>
/// <param name="State">"sent today 10:31".</param>
public sealed record OutgoingRowView(long Id, string Href, string What, string To, string State)
{
    public required string Subject { get; init; }
    public string? Reference { get; init; }
    public string? CaseHref { get; init; }
    public required string When { get; init; }

    /// <summary>For <c>datetime</c>.</summary>
    public required string Machine { get; init; }

    /// <summary>What the mail server said last.</summary>
    public string? Answer { get; init; }
    public string? SeenBy { get; init; }

    /// <summary>It failed, and nobody has seen to it.</summary>
    public bool Failed { get; init; }

    /// <summary>Address of the form that sends it (again); null: there is nothing to send.</summary>
    public string? RetryAction { get; init; }

    /// <summary>"Send it again".</summary>
    public string RetryLabel { get; init; } = "Send it again";

    /// <summary>Address of the form that says that somebody has seen to it; null: nobody needs to.</summary>
    public string? SeenAction { get; init; }
}
