namespace Rung.Mail.Inbound.Sorting;

/// <summary>What a mail is, as far as that decides what it may do. Only a person's mail opens, resumes or answers anything. A-24</summary>
/// <param name="Because">What in the mail says so, for whoever wonders; null for a person's.</param>
public sealed record MailNature(MailSort Sort, string? Because = null)
{
    public static MailNature Person { get; } = new(MailSort.Person);

    public bool IsAutomatic => Sort is not (MailSort.Person or MailSort.Doubtful);

    /// <summary>Whether it answers a mail that it may enclose: a report of what came back, an automatic reply.</summary>
    public bool AnswersByItself => Sort is MailSort.Bounce or MailSort.AutomaticReply;
}

public enum MailSort
{
    /// <summary>Somebody wrote it, as far as can be told.</summary>
    Person,

    /// <summary>Its subject alone reads like an automatic reply: people write such subjects, too.</summary>
    Doubtful,

    /// <summary>A program answered: out of office, received, read.</summary>
    AutomaticReply,

    /// <summary>A mail of ours did not arrive, or is late.</summary>
    Bounce,

    /// <summary>Sent to many through a list or a mailing.</summary>
    List,

    /// <summary>A program reports something; nobody waits for an answer.</summary>
    AutomaticNotice,

    /// <summary>It came from one of our own addresses.</summary>
    OwnMail,

    /// <summary>It has gone round.</summary>
    Loop,
}
