namespace Rung.Core.Retention;

/// <summary>The categories of retention in words, the same in the published guide, on the desk's page and in the terminal.</summary>
public static class RetentionWords
{
    /// <summary>"what is said on cases": begins small.</summary>
    public static string What(RetentionCategory category) =>
        category switch
        {
            RetentionCategory.Cases => "what is said on cases",
            RetentionCategory.Complaints => "what is said in complaints",
            RetentionCategory.Mails => "mails as they came",
            RetentionCategory.Attachments => "files that were handed in",
            RetentionCategory.LeftAloneMails => "mails of which nothing came",
            RetentionCategory.FormerContacts => "people who left their organisation",
            RetentionCategory.Drafts => "drafts of our own",
            RetentionCategory.AuditTrail => "who looked at what",
            _ => throw new ArgumentOutOfRangeException(nameof(category)),
        };

    /// <summary>"the closing of the case": what the time counts from.</summary>
    public static string From(RetentionCategory category) =>
        category switch
        {
            RetentionCategory.Cases => "the closing of the case",
            RetentionCategory.Complaints => "the closing of the complaint",
            RetentionCategory.Mails or RetentionCategory.Attachments => "the closing of what they are on",
            RetentionCategory.LeftAloneMails => "their arrival",
            RetentionCategory.FormerContacts => "the day they left",
            RetentionCategory.Drafts => "the last change",
            RetentionCategory.AuditTrail => "the look",
            _ => throw new ArgumentOutOfRangeException(nameof(category)),
        };
}
