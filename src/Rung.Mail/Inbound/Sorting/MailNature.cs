namespace Rung.Mail.Inbound.Sorting;

/// <summary>What a mail is, as far as that decides what it may do. Only a person's mail opens, resumes or answers anything. A-24</summary>
/// <param name="Because">What in the mail says so, for whoever wonders; null for a person's.</param>
public sealed record MailNature(MailSort Sort, string? Because = null)
{
    public static MailNature Person { get; } = new(MailSort.Person);

    public bool IsAutomatic => Sort != MailSort.Person;
}

public enum MailSort
{
    /// <summary>Somebody wrote it, as far as can be told.</summary>
    Person,

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
