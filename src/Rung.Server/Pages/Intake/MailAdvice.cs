using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>What somebody must know of a mail before deciding what it is.</summary>
internal static class MailAdvice
{
    public static IEnumerable<AdviceView> Of(MailScene scene)
    {
        var (mail, desk) = (scene.Mail, scene.Visit.Desk);
        if (mail.State == InboundState.OnCase && scene.Case is { } on)
        {
            var by = mail.DecidedBy is { } who ? $"{who} put it" : "It is";
            yield return new($"{by} on case {on}.", "Open the case", Addresses.Case(desk, on.Text));
        }
        if (mail.State == InboundState.OnCase)
        {
            yield break;
        }
        if (mail.Reason is { } reason)
        {
            yield return Hint(scene) is { } hint
                ? new(reason, "Look at the case", Addresses.Case(desk, hint))
                : new(reason);
        }
        if (scene is { IsUnlogged: true, Read: { Urgent: { } urgent } read })
        {
            yield return Ring(read, urgent);
        }
        if (
            scene is { IsUnlogged: true, Read.Sender: { Standing: Standing.Failed, Says: var says } }
            && mail.Reason != says
        )
        {
            yield return new(says);
        }
    }

    // ESS-16: what sounds like high impact belongs on the telephone, whatever becomes of the mail.
    private static AdviceView Ring(ReadMail read, string urgent)
    {
        var phone = read.Known.Contact?.Phone ?? read.Facts.FirstOrDefault(fact => fact.Fact.Id == "phone")?.Value;
        var sentence =
            $"It says “{urgent}”: high impact belongs on the telephone. Ring the sender before anything else.";
        return phone is null ? new(sentence) : new(sentence, $"Ring {phone}", SideMaker.PhoneHref(phone));
    }

    private static string? Hint(MailScene scene) =>
        scene.Read?.Suggestion switch
        {
            ThreadDecision.Hint hint => hint.Reference.Text,
            ThreadDecision.OnCase on => on.Reference.Text,
            _ => null,
        };
}
