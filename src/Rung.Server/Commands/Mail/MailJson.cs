using System.Text.Encodings.Web;
using System.Text.Json;
using Rung.Core.Cases;
using Rung.Core.Wording;
using Rung.Mail.Inbound;

namespace Rung.Server.Commands.Mail;

/// <summary>A message as programs read it.</summary>
internal static class MailJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(MailLook look)
    {
        var mail = look.Mail;
        var body = new
        {
            From = Address(mail.From),
            To = mail.To.Select(Address),
            Cc = mail.Cc.Select(Address),
            mail.Subject,
            mail.MessageId,
            mail.Answers,
            Written = mail.Written?.ToString(),
            Kind = new { Sort = Hyphenated.Of(look.Nature.Sort), look.Nature.Because },
            Sender = new { Standing = Hyphenated.Of(look.Sender.Standing), look.Sender.Says },
            References = new { Subject = Texts(look.Clues.InSubject), Text = Texts(look.Clues.InText) },
            look.HighImpact,
            mail.Undelivered,
            mail.Body.Said,
            mail.Body.Text,
            Blocks = mail.Body.Blocks.Select(block => new { Kind = Hyphenated.Of(block.Kind), block.Text }),
            mail.Body.Html,
            mail.Attachments,
            Facts = look.Facts.Select(fact => new
            {
                fact.Fact.Id,
                Where = Hyphenated.Of(fact.Where),
                fact.Value,
            }),
            Findings = mail.Findings.Select(finding => new { Code = Hyphenated.Of(finding.Fault), finding.Sentence }),
        };
        return JsonSerializer.Serialize(body, Options) + "\n";
    }

    private static object? Address(MailAddress? address) =>
        address is null ? null : new { address.Name, address.Address };

    private static IEnumerable<string> Texts(IEnumerable<CaseReference> references) =>
        references.Select(one => one.Text);
}
