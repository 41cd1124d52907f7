using System.Text;
using NodaTime.Text;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Bodies;
using Rung.Mail.Inbound.Facts;

namespace Rung.Server.Commands.Mail;

/// <summary>A message as a person reads it at a terminal.</summary>
internal static class MailReport
{
    private const int FoldedLines = 3;

    public static string Write(MailLook look)
    {
        var text = new StringBuilder();
        Head(text, look);
        foreach (var finding in look.Mail.Findings)
        {
            text.Append("Note:     ").AppendLine(finding.Sentence);
        }
        text.AppendLine();
        foreach (var block in look.Mail.Body.Blocks)
        {
            Block(text, block);
        }
        Attachments(text, look.Mail);
        Facts(text, look);
        return text.ToString();
    }

    private static void Head(StringBuilder text, MailLook look)
    {
        var mail = look.Mail;
        text.Append("From:     ").AppendLine(mail.From?.ToString() ?? "nobody it names");
        text.Append("          ").AppendLine(look.Sender.Says);
        text.Append("To:       ").AppendLine(mail.To.Count == 0 ? "nobody it names" : string.Join(", ", mail.To));
        if (mail.Cc.Count > 0)
        {
            text.Append("Cc:       ").AppendLine(string.Join(", ", mail.Cc));
        }
        text.Append("Subject:  ").AppendLine(mail.Subject);
        if (mail.Written is { } written)
        {
            text.Append("Written:  ").AppendLine($"{InstantPattern.General.Format(written)}, as it says");
        }
        text.Append("Kind:     ").AppendLine(MailWords.Of(look.Nature));
        foreach (var reference in look.Clues.InSubject.Concat(look.Clues.InText).Distinct())
        {
            text.Append("Case:     ").AppendLine($"names {reference}; that alone is a hint, not a key");
        }
        if (look.HighImpact is { } words)
        {
            text.Append("Urgent?   ").AppendLine($"says “{words}”: high impact belongs on the telephone (ESS-16)");
        }
    }

    private static void Block(StringBuilder text, TextBlock block)
    {
        var lines = block.Text.Split('\n');
        var isFolded = block.Kind is BlockKind.Quoted or BlockKind.Signature && lines.Length > FoldedLines;
        foreach (var line in isFolded ? lines.Take(FoldedLines - 1) : lines)
        {
            text.AppendLine($"  {line}".TrimEnd());
        }
        if (isFolded)
        {
            var rest = lines.Length - FoldedLines + 1;
            text.AppendLine($"  [… {rest} more lines {(block.Kind == BlockKind.Quoted ? "quoted" : "of signature")}]");
        }
    }

    private static void Attachments(StringBuilder text, ReceivedMail mail)
    {
        foreach (var one in mail.Attachments)
        {
            text.AppendLine($"\nAttached: {one.FileName} ({one.MediaType}, about {one.Size:N0} bytes)");
        }
    }

    private static void Facts(StringBuilder text, MailLook look)
    {
        if (look.Nature.IsAutomatic || look.Facts.Count == 0)
        {
            return;
        }
        text.AppendLine("\nWhat the guide wants to know of a mail:");
        var width = look.Facts.Max(fact => fact.Fact.Name.Length);
        foreach (var fact in look.Facts)
        {
            var mark = fact.IsMissing ? "–" : "✓";
            text.AppendLine(
                $"  {mark} {fact.Fact.Name.PadRight(width)}  {MailWords.Of(fact.Where)}{Value(fact)}".TrimEnd()
            );
        }
    }

    private static string Value(FoundFact fact) =>
        fact.Value is null ? "" : $": {fact.Value.Replace("\n", " / ", StringComparison.Ordinal)}";
}
