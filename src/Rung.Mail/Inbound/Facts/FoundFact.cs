using Rung.Core.Guides;

namespace Rung.Mail.Inbound.Facts;

/// <summary>One of the facts that the guide wants of a mail, and whether it is there. ESS-30 to ESS-36</summary>
/// <param name="Value">As found; null when it is missing, or when the text tells it without it being one phrase.</param>
public sealed record FoundFact(RequiredFact Fact, FoundWhere Where, string? Value)
{
    public bool IsMissing => Where == FoundWhere.Missing;
}

public enum FoundWhere
{
    Missing,

    /// <summary>Known of the contact or the customer already; nobody need be asked.</summary>
    ContactRecord,

    /// <summary>In a line that begins with one of the guide's labels.</summary>
    LabelledLine,

    /// <summary>In the running text, or in the mail's own name for its sender.</summary>
    FreeText,
}
