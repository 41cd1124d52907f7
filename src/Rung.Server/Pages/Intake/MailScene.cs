using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Cases.Actions;
using Rung.Server.Pages.Frame;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>A mail as its page shows it.</summary>
/// <param name="Read">Null: it is set aside, and is not read again before somebody asks for that.</param>
internal sealed record MailScene(Visit Visit, InboundMail Mail, ReadMail? Read)
{
    /// <summary>Logging it, as far as it is typed; null: it does not wait to be logged.</summary>
    public CallScene? Log { get; init; }

    /// <summary>The case it is on; null: none.</summary>
    public CaseReference? Case { get; init; }

    /// <summary>Where else it could go.</summary>
    public IReadOnlyList<MailPlace> Places { get; init; } = [];

    /// <summary>The form that is open, or was refused; null: none.</summary>
    public OpenForm? Open { get; init; }

    public Guide Guide => Visit.Guide;

    /// <summary>What it says where it says only one thing.</summary>
    public Gist Gist => Read?.Arrived.Gist ?? Gist.Other;

    public bool IsUnlogged => Mail.State == InboundState.Unlogged;
}
