using Rung.Core.Cases;
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
        if (scene.Read is { Bytes: 0 })
        {
            yield return new("It is no longer kept as it came: its time was up, or somebody asked for that.");
        }
        if (mail.State == InboundState.OnCase && scene.Case is { } on)
        {
            var by = mail.DecidedBy is { } who ? $"{who} put it" : "It is";
            yield return new($"{by} on case {on}.", "Open the case", Addresses.Case(desk, on.Text));
        }
        if (mail.State == InboundState.OnCase)
        {
            yield break;
        }
        var hint = scene.Read?.Suggestion.Named?.Text;
        if (mail.Reason is { } reason)
        {
            yield return IsNamed(hint, reason) ? Look(reason, desk, hint!) : new(reason);
        }
        if (hint is not null && !IsNamed(hint, mail.Reason))
        {
            yield return Look($"{hint}: {Why(scene.Read!.Suggestion)}", desk, hint);
        }
        if (scene is { IsUnlogged: true, Read.Answered: { } answered })
        {
            var word = $"It answers mail {answered}, which waits to be logged as well.";
            yield return new(word, "Look at that mail", Addresses.Mail(desk, answered));
        }
        foreach (var next in scene is { IsUnlogged: true, Read.Following: var following } ? following : [])
        {
            var word = $"Mail {next.Id} followed it in the same thread and waits to be logged as well.";
            yield return new(word, "Look at that mail", Addresses.Mail(desk, next.Id));
        }
        if (scene.IsUnlogged && Said(scene.Gist) is { } said)
        {
            yield return new(said);
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

    private static string? Said(Gist gist) =>
        gist switch
        {
            Gist.AsksForNews => "It only asks how things stand: on its case that is a question, which ends no hold.",
            Gist.Confirms =>
                "It sounds like a confirmation: on a resolved case it can be taken as one once it is entered.",
            _ => null,
        };

    // ESS-16: what sounds like high impact belongs on the telephone, whatever becomes of the mail.
    private static AdviceView Ring(ReadMail read, string urgent)
    {
        var phone = read.Known.Contact?.Phone ?? read.Facts.FirstOrDefault(fact => fact.Fact.Id == "phone")?.Value;
        var sentence =
            $"It says “{urgent}”: high impact belongs on the telephone. Ring the sender before anything else.";
        return phone is null ? new(sentence) : new(sentence, $"Ring {phone}", SideMaker.PhoneHref(phone));
    }

    private static bool IsNamed(string? hint, string? reason) =>
        hint is not null && reason?.Contains(hint, StringComparison.Ordinal) == true;

    private static AdviceView Look(string says, string desk, string reference) =>
        new(says, "Look at the case", Addresses.Case(desk, reference));

    // What was found when it came may have become a case of its own since.
    private static string Why(ThreadDecision suggestion) =>
        suggestion switch
        {
            ThreadDecision.Hint hint => hint.Why,
            ThreadDecision.OnCase { By: ThreadedBy.SignedAddress } => "It came to the address of this case.",
            ThreadDecision.OnCase { By: ThreadedBy.AnsweredMail } => "It answers a mail on this case.",
            _ => "The subject names this case.",
        };
}
