using NodaTime;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>
/// What is written when something is handed over to another team: to the team at its route's mailbox, and to whoever asked.
/// Nothing of a case is told but its reference, its subject and who reported it. ESS-12, ESS-86.
/// </summary>
public static class HandOverLetter
{
    private static readonly Dictionary<string, Func<Guide, HandOver, string?>> Words = new(StringComparer.Ordinal)
    {
        ["route"] = (_, one) => one.Route.Name,
        ["ways"] = (_, one) => Ways(one.Route.Addresses.Select(address => address.Address)),
        ["customer"] = (_, one) => one.Customer,
        ["contact"] = (_, one) => one.Contact,
        ["reach"] = (_, one) => Ways(new[] { one.Phone, one.Email }.OfType<string>()),
        ["subject"] = (_, one) => one.Subject,
        ["text"] = (_, one) => one.Text,
        ["received"] = (guide, one) => CaseWords.InWords(guide, one.ReceivedAt),
        ["reference"] = (_, one) => one.Reference?.Text,
        ["tag"] = (_, one) => one.Reference is { } reference ? $"[{reference}]" : null,
    };

    /// <summary>Names that such a message may use.</summary>
    internal static IReadOnlyCollection<string> Names { get; } = [.. Words.Keys, .. DeskWords.Names];

    /// <summary>Null: there is nothing to say, or the name is another's.</summary>
    internal static string? Find(Guide guide, HandOver one, string name) =>
        Words.TryGetValue(name, out var find) ? find(guide, one) : null;

    /// <summary>What is to be written of a handover that is on no case; its key is the rule's and has to be made unique.</summary>
    /// <returns>None where the guide promises none, or no address is known.</returns>
    public static IReadOnlyList<OutgoingMessage> Of(Guide guide, HandOver one, Instant now)
    {
        var facts = new CaseFacts
        {
            Guide = guide,
            Now = now,
            Source = one.Source,
        };
        return
        [
            .. guide
                .Notifications.Where(rule => rule is { On: CaseMoment.HandedOver, By: Channel.Email })
                .Where(rule => facts.Hold(rule.When))
                .Select(rule => Message(guide, rule, one) with { To = Address(rule.To, one, (guide, now)) })
                .Where(message => message.To is not null),
        ];
    }

    private static OutgoingMessage Message(Guide guide, NotificationRule rule, HandOver one)
    {
        var desk = new DeskWords(guide, SupportRoutes.For(guide, []), rule.Cite);
        return Letter.Write(rule, guide, name => Find(guide, one, name) ?? desk.Find(name)) with { Key = rule.Id };
    }

    private static string? Address(Audience to, HandOver one, (Guide Guide, Instant Now) at) =>
        to.Kind switch
        {
            AudienceKind.Route => at.Guide.MailboxOf(one.Route, at.Now),
            AudienceKind.Originator or AudienceKind.Participants => one.Email,
            _ => null,
        };

    private static string Ways(IEnumerable<string> ways) => string.Join(" or ", ways);
}
