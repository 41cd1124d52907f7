namespace Rung.Core.Retention;

/// <summary>What a guide gives a time of retention to, and from when that counts.</summary>
public enum RetentionCategory
{
    /// <summary>What was said on cases that are no complaints, from their closing. Their times and codes stay.</summary>
    Cases,

    /// <summary>The same of complaints.</summary>
    Complaints,

    /// <summary>Mails as they came, from the closing of the case or complaint that they are on.</summary>
    Mails,

    /// <summary>Files that were handed in, from the closing of their case or complaint.</summary>
    Attachments,

    /// <summary>Mails of which nothing came, from their receipt.</summary>
    LeftAloneMails,

    /// <summary>People of customers who left, from the day they did.</summary>
    FormerContacts,

    /// <summary>What somebody of the desk began to write, from when it was saved last.</summary>
    Drafts,

    /// <summary>Who looked at what, from when they did.</summary>
    AuditTrail,
}
