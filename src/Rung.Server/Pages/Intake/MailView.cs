using Rung.Mail.Inbound.Bodies;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Intake;

/// <summary>One mail, safe to look at, and what can become of it.</summary>
public sealed record MailView
{
    public required FrameView Frame { get; init; }
    public required long Id { get; init; }

    /// <summary>This page's own address.</summary>
    public required string Here { get; init; }
    public required string Subject { get; init; }

    /// <summary>"to be logged", "on R-7K4-239", "left alone", "set aside".</summary>
    public required string State { get; init; }

    /// <summary>The case it is on; null: none.</summary>
    public CaseLinkView? Case { get; init; }

    /// <summary>"Web filtering desk · received Fri 30 Apr 18:20 · counts from Tue 4 May 08:00".</summary>
    public required string Facts { get; init; }
    public required SenderView Sender { get; init; }
    public ClockView? Clock { get; init; }
    public LedgerView? Ledger { get; init; }

    /// <summary>What somebody must know before deciding.</summary>
    public IReadOnlyList<AdviceView> Advice { get; init; } = [];
    public IReadOnlyList<ActionView> Actions { get; init; } = [];
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    /// <summary>Its text in its parts; empty: it was not read.</summary>
    public IReadOnlyList<MailBlockView> Blocks { get; init; } = [];

    /// <summary>Address of the formatted text, in a frame of its own where nothing runs or loads; null: there is none.</summary>
    public string? FormattedHref { get; init; }
    public required string OriginalHref { get; init; }
    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];

    /// <summary>What is wrong or noteworthy about the message.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>What the guide wants of a mail (ESS-36).</summary>
    public IReadOnlyList<MailFactView> Wanted { get; init; } = [];

    /// <summary>The form that makes a case of it; null: it does not wait to be logged.</summary>
    public MailLogView? Log { get; init; }
}

/// <param name="Says">One sentence: what our own mail server found.</param>
/// <param name="Known">Who has this address in the records; null: nobody.</param>
public sealed record SenderView(string From, string? Standing, string Says, string? Known)
{
    public string To { get; init; } = "";
    public string? Cc { get; init; }
}

/// <param name="Text">As written; quotations and signatures are folded, nothing is left out.</param>
public sealed record MailBlockView(BlockKind Kind, string Text)
{
    internal bool IsFolded => Kind is BlockKind.Quoted or BlockKind.Signature;

    internal string Title
    {
        get
        {
            var lines = Text.Split('\n').Length;
            var count = lines == 1 ? "1 line" : $"{lines} lines";
            return Kind == BlockKind.Signature ? $"Signature, {count}" : $"Quoted, {count}";
        }
    }
}

public sealed record AttachmentView(string Name, string Detail, string Href);

/// <param name="Where">"in the contact's record", "in a line of its own", "in the text", "missing".</param>
public sealed record MailFactView(string Name, bool Missing, string Where, string? Value);

/// <summary>The prefilled form that logs a mail.</summary>
/// <param name="Call">The same questions as on the telephone.</param>
/// <param name="Awaiting">What is missing, as it is asked for when the mail is unclear (ESS-39); null: the guide knows no hold for that.</param>
public sealed record MailLogView(CallView Call, FieldView? Awaiting)
{
    public CiteView? Cite { get; init; }
}
