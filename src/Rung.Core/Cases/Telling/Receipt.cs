using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>
/// What is answered to a mail before anybody has read it. It says nothing that the mail says, not even its subject: who
/// wrote it is not known, and whoever forged a sender must not be able to send words through us (S17, S28). ESS-40.
/// </summary>
public static class Receipt
{
    private const string Received = "received";

    /// <summary>Names that such a message may use.</summary>
    internal static IReadOnlyCollection<string> Names { get; } = [Received, .. DeskWords.Names];

    /// <returns>Null: the guide promises none for a mail that comes then.</returns>
    public static OutgoingMessage? Of(Guide guide, Arrival mail)
    {
        var facts = new CaseFacts
        {
            Guide = guide,
            Now = mail.At,
            Source = Channel.Email,
        };
        var rule = guide.Notifications.FirstOrDefault(one =>
            one is { On: CaseMoment.Received, By: Channel.Email } && facts.Hold(one.When)
        );
        return rule is null ? null : Message(guide, rule, mail);
    }

    private static OutgoingMessage Message(Guide guide, NotificationRule rule, Arrival mail)
    {
        var desk = new DeskWords(guide, SupportRoutes.At(guide, mail.Mailbox), rule.Cite);
        string? Word(string name) => name == Received ? CaseWords.InWords(guide, mail.EffectiveAt) : desk.Find(name);
        // One address hears it once until the desk opens: a robot that answers it hears nothing more.
        var key = $"{guide.Document.Id}/{rule.Id}/{mail.EffectiveAt}/{mail.From}";
        return Letter.Write(rule, guide, Word) with { Key = key, To = mail.From, Cause = Cause.TheirMail };
    }

    /// <summary>A mail that nobody has read yet.</summary>
    /// <param name="Mailbox">The address it came to.</param>
    /// <param name="From">The address it says it is from.</param>
    /// <param name="EffectiveAt">From when it counts as received (ESS-40).</param>
    public sealed record Arrival(string Mailbox, string From, Instant At, Instant EffectiveAt);
}
