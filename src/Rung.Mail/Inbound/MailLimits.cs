namespace Rung.Mail.Inbound;

/// <summary>How much of a message is looked at. Past a limit nothing is lost but the look: the original is kept whole. S41, S42</summary>
internal static class MailLimits
{
    public const int Bytes = 50 * 1024 * 1024;
    public const int Depth = 30;
    public const int Parts = 1_000;

    /// <summary>Parts with those of enclosed messages, multiparts among them.</summary>
    public const int Begun = 10_000;
    public const int Attachments = 200;
    public const int HeaderFields = 300;
    public const int HeaderBytes = 256 * 1024;
    public const int FieldBytes = 32 * 1024;
    public const int FieldLength = 4_000;

    /// <summary>
    /// Bytes of one header field; past them nothing of the message is looked at. While a field is read it is held in arrays, each
    /// a little longer than the one before, so that what it costs grows with the square of its length.
    /// </summary>
    public const int LongestField = 256 * 1024;
    public const int Addresses = 100;
    public const int MessageIds = 100;
    public const int MessageIdLength = 250;
    public const int SubjectLength = 300;
    public const int NameLength = 120;
    public const int AddressLength = 254;
    public const int FileNameLength = 120;

    /// <summary>Encoded bytes of text that are decoded, all parts together.</summary>
    public const int TextBytes = 2 * 1024 * 1024;

    /// <summary>Characters of text that are shown.</summary>
    public const int TextLength = 300_000;
    public const int HtmlLength = 1_000_000;
    public const int HtmlTags = 20_000;
    public const int HtmlDepth = 60;
}
