namespace Rung.Core.Guides;

/// <summary>What stands around every mail to a customer: who it is from, and why they get it.</summary>
/// <param name="Sender">The name beside the desk's address.</param>
/// <param name="Foot">Stands under every mail; placeholders as in messages, a line without anything to fill in is left out.</param>
public sealed record Letterhead(string Sender, string Foot, string Cite)
{
    /// <summary>For a guide that has none.</summary>
    internal static Letterhead Usual { get; } =
        new(
            "",
            """
            You get this mail because you turned to {desk}.
            Your reference: {reference}
            By telephone: {phone} ({hours})
            """,
            ""
        );
}
