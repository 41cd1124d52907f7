using Rung.Mail.Inbound.Sorting;

namespace Rung.Server.Desk.Mails;

internal static class SortWords
{
    /// <summary>What a mail of a program is called on pages.</summary>
    public static string Of(MailSort sort) =>
        sort switch
        {
            MailSort.Doubtful => "Perhaps an automatic reply",
            MailSort.AutomaticReply => "Automatic reply",
            MailSort.Bounce => "Bounce",
            MailSort.List => "List or mailing",
            MailSort.AutomaticNotice => "Automatic notice",
            MailSort.OwnMail => "Our own mail",
            MailSort.Loop => "Loop",
            _ => throw new NotSupportedException($"No words for {sort}."),
        };
}
