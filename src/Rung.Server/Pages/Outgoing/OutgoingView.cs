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

/// <summary>Messages of a desk that have not reached whom they are for.</summary>
public sealed record UndeliveredView(FrameView Frame, string Summary)
{
    public IReadOnlyList<OutgoingRowView> Failed { get; init; } = [];
    public IReadOnlyList<OutgoingRowView> Waiting { get; init; } = [];

    /// <summary>Why nothing leaves; null: a mail server is set.</summary>
    public string? NoServer { get; init; }
}
