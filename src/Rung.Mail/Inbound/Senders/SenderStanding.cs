namespace Rung.Mail.Inbound.Senders;

/// <summary>How far the mail's sender can be believed. From alone authorises nothing; nor does this: it says what to show and whom to ask. S17, S20</summary>
/// <param name="Says">One sentence for a person.</param>
public sealed record SenderStanding(Standing Standing, string Says);

public enum Standing
{
    /// <summary>Our mail server found that the mail is from the domain it says.</summary>
    Verified,

    /// <summary>Nobody we trust says anything about it.</summary>
    Unverified,

    /// <summary>Our mail server found that the mail is not from the domain it says.</summary>
    Failed,
}
