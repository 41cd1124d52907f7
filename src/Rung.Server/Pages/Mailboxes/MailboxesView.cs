using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Mailboxes;

public sealed record MailboxesView(FrameView Frame, IReadOnlyList<MailboxRowView> Rows)
{
    /// <summary>Certificates of mail servers that end soon, for mail that comes and mail that goes.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <param name="For">The desk's address whose mail is in it.</param>
/// <param name="Where">Server, user and folder.</param>
/// <param name="State">"read a minute ago", or why it is not.</param>
/// <param name="Failed">It cannot be read just now.</param>
public sealed record MailboxRowView(string For, string Where, string State, bool Failed)
{
    public static MailboxRowView Of(MailboxState state) =>
        new(
            state.Address.For,
            state.Address.ToString(),
            state.Problem is not null || state.IsUnread ? $"Not read: {state.Words}."
                : state.SinceRead is null ? "Not read yet."
                : "Read, and waiting for more.",
            state.Problem is not null || state.IsUnread
        );
}
