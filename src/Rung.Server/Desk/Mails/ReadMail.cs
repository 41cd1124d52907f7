using Rung.Core.Guides;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>A mail with all that the desk can say of it.</summary>
internal sealed record ReadMail(Arrived Arrived, MailNature Nature, SenderStanding Sender, KnownSender Known)
{
    /// <summary>Length of the message as it came.</summary>
    public int Bytes { get; init; }

    /// <summary>What the guide wants of a mail, and where each was found. ESS-36</summary>
    public required IReadOnlyList<FoundFact> Facts { get; init; }

    /// <summary>Words that sound like high impact; null: none do. ESS-16</summary>
    public string? Urgent { get; init; }

    /// <summary>Which case it is about, as far as that can be told.</summary>
    public required ThreadDecision Decision { get; init; }

    /// <summary>The same as it may be shown to whoever looks at the mail: of a complaint it says nothing, nor where nobody looks. ESS-93.</summary>
    public required ThreadDecision Suggestion { get; init; }

    /// <summary>The mail that it answers and that waits to be logged itself; null: none, or nobody looks.</summary>
    public long? Answered { get; init; }

    /// <summary>Mails of its thread that came after it and wait as well, in the order received; the first ten.</summary>
    public IReadOnlyList<InboundMail> Following { get; init; } = [];

    public InboundMail Kept => Arrived.Taken;

    public ReceivedMail Mail => Arrived.Mail;

    public Guide Guide => Arrived.Guide;

    /// <summary>What is to be asked of the sender, as the guide words it. ESS-36, ESS-39</summary>
    public string AskFor => string.Join("; ", Facts.Where(fact => fact.IsMissing).Select(fact => fact.Fact.AskFor));
}
