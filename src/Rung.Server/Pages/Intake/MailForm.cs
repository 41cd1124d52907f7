using Microsoft.Extensions.Primitives;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Facts;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Intake;

/// <summary>The form that logs a mail, filled in with what the mail says; the agent has the last word.</summary>
internal static class MailForm
{
    private const int LongestDetails = 4_000;
    private const int LongestSubject = 120;
    private const int LongestPart = 60;

    // Asked for only when nobody of the records is picked.
    private static readonly string[] Unlisted = ["customer-name", "contact-name", "contact-phone", "contact-email"];

    public static CallForm Prefilled(ReadMail read) => new(new FormValues(Values(read)));

    /// <summary>What was sent, with what the mail says about somebody who is not on the list.</summary>
    public static CallForm Of(ReadMail read, FormValues sent)
    {
        var values = Values(read);
        var missing = Unlisted.Where(name => !sent.Names.Contains(name)).Select(name => (name, Text(values, name)));
        return new CallForm(sent).With([.. missing]);
    }

    /// <summary>The hold in which a mail that is not clear waits for its answer; null: the guide has none. ESS-39</summary>
    public static HoldReason? Hold(Guide guide) =>
        guide.HoldReasons.FirstOrDefault(reason => reason is { Pauses: Pauses.AllClocks, Ends: HoldEnds.OnReply });

    private static Dictionary<string, StringValues> Values(ReadMail read)
    {
        var (guide, from) = (read.Guide, read.Mail.From);
        var customer = read.Known.Customer;
        var school = Found(read, "school") ?? Found(read, "site");
        var values = new Dictionary<string, StringValues>
        {
            ["picked"] = customer is null ? "" : $"{customer.Id}/{read.Known.Contact?.Id}",
            ["caller"] = customer is null && school is not null ? Cut(school, LongestPart) : "",
            ["services"] = new StringValues([.. Services(read)]),
            ["subject"] = Subject(read.Mail.Subject),
            ["customer-reference"] = Found(read, "customer-reference") ?? "",
            ["customer-name"] = school ?? from?.Domain ?? "Not known yet",
            ["contact-name"] = Found(read, "name") ?? from?.Address ?? "Not known yet",
            ["contact-phone"] = Found(read, "phone") ?? "",
            ["contact-email"] = from?.Address ?? "",
            ["awaiting"] = read.AskFor,
        };
        foreach (var question in guide.Intake.Questions)
        {
            if (Answer(read, question) is { } answer)
            {
                values[CallForm.Answer + question.Id] = answer;
            }
        }
        return values;
    }

    private static string? Answer(ReadMail read, Question question) =>
        (question.Id, question.Type) switch
        {
            ("details", QuestionType.Text) => Cut(read.Mail.Body.Said, LongestDetails),
            (_, QuestionType.Text) => Found(read, question.Id),
            (_, QuestionType.Choice) => Chosen(question, Found(read, "impact")),
            _ => null,
        };

    // The one option whose words the mail uses; of several none is guessed.
    private static string? Chosen(Question question, string? impact)
    {
        if (impact is null)
        {
            return null;
        }
        var said = question
            .Options.Where(option => Says(impact, option.Label) || Says(impact, option.PlainLabel))
            .ToList();
        return said is [var only] ? only.Id : null;
    }

    // By its name in the text; else what the route it came by is for, if that is one service.
    private static List<string> Services(ReadMail read)
    {
        var text = $"{read.Mail.Subject}\n{read.Mail.Body.Said}";
        var named = read
            .Guide.Services.Where(service => Says(text, First(service.Name)))
            .Select(service => service.Id)
            .ToList();
        var route = MailRoutes.RouteOf(read.Guide, read.Kept.Mailbox);
        return named.Count == 0 && route?.Services is [var only] ? [only] : named;
    }

    // "E-mail and Office": the second word of such a name is said about other things as well.
    private static string First(string name) => name.Split(" and ")[0];

    private static bool Says(string text, string? words) =>
        words is { Length: > 0 } && $" {Plain(text)} ".Contains($" {Plain(words)} ", StringComparison.Ordinal);

    private static string Plain(string text) =>
        string.Join(
            ' ',
            new string([
                .. text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '),
            ]).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    private static string? Found(ReadMail read, string id) =>
        read.Facts.FirstOrDefault(fact => fact.Fact.Id == id && fact.Where != FoundWhere.Missing)?.Value;

    private static string Subject(string subject)
    {
        var rest = subject;
        while (rest.IndexOf(':', StringComparison.Ordinal) is > 0 and < 4 and var colon && IsReply(rest[..colon]))
        {
            rest = rest[(colon + 1)..].TrimStart();
        }
        return Cut(rest, LongestSubject);
    }

    private static bool IsReply(string word) =>
        word.Trim().ToUpperInvariant() is "RE" or "FW" or "FWD" or "AW" or "WG" or "SV" or "TR";

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    private static string Text(Dictionary<string, StringValues> values, string name) => values[name].ToString();
}
