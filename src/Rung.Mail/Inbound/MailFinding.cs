namespace Rung.Mail.Inbound;

/// <summary>Something about a message that whoever reads it should know.</summary>
/// <param name="Detail">What exactly, when the sentence alone does not say; safe to show.</param>
public sealed record MailFinding(MailFault Fault, string? Detail = null)
{
    /// <summary>One sentence for a person.</summary>
    public string Sentence => Detail is null ? MailFaults.Sentence(Fault) : $"{MailFaults.Sentence(Fault)} ({Detail})";
}

public enum MailFault
{
    Empty,
    NoSender,
    SeveralSenders,
    BadAddress,
    NoSubject,
    NoDate,
    OddDate,
    NoMessageId,
    HeadersCut,
    RepeatedHeader,
    UnknownCharset,
    BadCharacters,
    HiddenDirections,
    TextCut,
    NoText,
    TextsDiffer,
    TooDeep,
    TooManyParts,
    TooManyAttachments,
    PicturesNotLoaded,
    HtmlLeftOut,
    Encrypted,
    OutlookPackage,
    TooLarge,
}
