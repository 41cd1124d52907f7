using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Sorting;

namespace Rung.Server.Commands.Mail;

/// <summary>What is found in a mail, in words.</summary>
internal static class MailWords
{
    public static string Of(MailNature nature) =>
        nature.Because is null ? Of(nature.Sort)
        : nature.IsAutomatic ? $"{Of(nature.Sort)} ({nature.Because}): it opens, resumes and answers nothing"
        : $"{Of(nature.Sort)} ({nature.Because}): unless it answers a mail of ours, somebody looks at it";

    public static string Of(FoundWhere where) =>
        where switch
        {
            FoundWhere.Missing => "missing",
            FoundWhere.ContactRecord => "known",
            FoundWhere.LabelledLine => "in a line of its own",
            FoundWhere.FreeText => "in the text",
            _ => throw new NotSupportedException($"No words for {where}."),
        };

    private static string Of(MailSort sort) =>
        sort switch
        {
            MailSort.Person => "written by a person, as far as can be told",
            MailSort.Doubtful => "an automatic reply, or written by a person",
            MailSort.AutomaticReply => "automatic reply",
            MailSort.Bounce => "bounce",
            MailSort.List => "list or mailing",
            MailSort.AutomaticNotice => "automatic notice",
            MailSort.OwnMail => "our own mail",
            MailSort.Loop => "loop",
            _ => throw new NotSupportedException($"No words for {sort}."),
        };
}
