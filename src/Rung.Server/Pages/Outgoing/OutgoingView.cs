using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Outgoing;

/// <summary>One message to somebody: what it says, and what became of it.</summary>
public sealed record OutgoingView
{
    public required FrameView Frame { get; init; }
    public required OutgoingRowView Row { get; init; }
    public required string Text { get; init; }

    /// <summary>Address of the formatted text; null: there is no mail of it.</summary>
    public string? FormattedHref { get; init; }

    /// <summary>Address of the message as it goes to the mail server.</summary>
    public string? OriginalHref { get; init; }
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Why no mail can be made of it.</summary>
    public string? Problem { get; init; }
}

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

/// <summary>Messages of a desk that have not reached whom they are for.</summary>
public sealed record UndeliveredView(FrameView Frame, string Summary)
{
    public IReadOnlyList<OutgoingRowView> Failed { get; init; } = [];
    public IReadOnlyList<OutgoingRowView> Waiting { get; init; } = [];

    /// <summary>Why nothing leaves; null: a mail server is set.</summary>
    public string? NoServer { get; init; }
}
