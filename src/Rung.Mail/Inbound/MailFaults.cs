namespace Rung.Mail.Inbound;

internal static class MailFaults
{
    public static string Sentence(MailFault fault) =>
        fault switch
        {
            MailFault.Empty => "The message is empty.",
            MailFault.NoSender => "The message does not say who it is from.",
            MailFault.SeveralSenders => "The message names several senders; the first is shown.",
            MailFault.BadAddress => "An address cannot be read and is left out.",
            MailFault.NoSubject => "The message has no subject.",
            MailFault.NoDate => "The message does not say when it was written.",
            MailFault.OddDate => "The message says it was written at an unlikely time.",
            MailFault.NoMessageId => "The message has no Message-ID, so that answers to it cannot be recognised by it.",
            MailFault.HeadersCut => "The message has more header fields than are read.",
            MailFault.RepeatedHeader => "A header field that may stand once is repeated; the first counts.",
            MailFault.UnknownCharset => "The text names a character set that is not known; another was tried.",
            MailFault.BadCharacters => "Some bytes of the text are no characters of its character set.",
            MailFault.HiddenDirections => "Invisible marks that turn the direction of writing were taken out.",
            MailFault.TextCut => "The text is longer than is shown; the original has all of it.",
            MailFault.NoText => "The message has no text.",
            MailFault.TextsDiffer => "The plain text says less than the formatted one, which is shown instead.",
            MailFault.TooDeep => "Parts are nested deeper than is looked into.",
            MailFault.TooManyParts => "The message has more parts than are looked at; the original has all of them.",
            MailFault.TooManyAttachments => "The message has more attachments than are listed; the original has all.",
            MailFault.PicturesNotLoaded => "Pictures from elsewhere were not loaded.",
            MailFault.HtmlLeftOut => "The formatted text is too large or too tangled to show; the plain text is shown.",
            MailFault.Encrypted => "The message is encrypted and cannot be read here.",
            MailFault.OutlookPackage => "The message is packed in a format of Outlook (winmail.dat).",
            MailFault.TooLarge => "The message is larger than is read; the original has all of it.",
            _ => throw new NotSupportedException($"No sentence for {fault}."),
        };
}
