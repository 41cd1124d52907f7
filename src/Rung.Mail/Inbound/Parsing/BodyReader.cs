using Rung.Mail.Inbound.Bodies;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Finds the text of a message among its parts.</summary>
internal sealed class BodyReader(IReadOnlyList<ScannedPart> parts, byte[] message, MailNotes notes)
{
    // So much more must the formatted text say than the plain one to be shown in its place.
    private const int MuchLonger = 3;
    private const int SomeText = 200;
    private const int MostTexts = 20;

    /// <summary>The parts that make up the text; all others are attachments.</summary>
    public HashSet<ScannedPart> Used { get; } = [];

    public MailContent Read()
    {
        List<string> texts = [];
        List<string> htmls = [];
        foreach (var group in Groups().Take(MostTexts))
        {
            Read(group, texts, htmls);
        }
        var text = PlainText.Clean(string.Join("\n\n", texts), notes).Trim('\n');
        if (string.IsNullOrWhiteSpace(text))
        {
            notes.Add(MailFault.NoText);
        }
        return new MailContent(
            text,
            Folding.Fold(text, BlockKind.Quoted),
            htmls.Count == 0 ? null : string.Join("<hr>", htmls)
        );
    }

    // Texts that say the same in two forms come together; others follow one another.
    private IEnumerable<List<ScannedPart>> Groups() =>
        parts
            .Where(part => part.IsText && !part.IsAttachment && !IsNamedFile(part))
            .GroupBy(part => part.Alternative is { } number ? (object)number : part)
            .Select(group => group.ToList());

    private static bool IsNamedFile(ScannedPart part) =>
        part.Name is not null && part.ContentId is null && part.Alternative is null;

    private void Read(List<ScannedPart> group, List<string> texts, List<string> htmls)
    {
        Used.UnionWith(group);
        var plain = string.Join('\n', group.Where(part => part.MediaSubtype == "plain").Select(Plain));
        if (group.Find(part => part.MediaSubtype == "html") is not { } html)
        {
            texts.Add(plain);
            return;
        }
        var reading = HtmlReading.Of(PartContent.Text(html, message, notes));
        if (reading.RemotePictures > 0)
        {
            notes.Add(MailFault.PicturesNotLoaded, $"{reading.RemotePictures}");
        }
        if (reading.Tidy is { } tidy)
        {
            htmls.Add(SafeHtml.Of(tidy));
        }
        else
        {
            notes.Add(MailFault.HtmlLeftOut);
        }
        texts.Add(Better(plain, reading.Text));
    }

    private string Better(string plain, string formatted)
    {
        if (string.IsNullOrWhiteSpace(plain))
        {
            return formatted;
        }
        if (formatted.Length <= (plain.Length * MuchLonger) + SomeText)
        {
            return plain;
        }
        notes.Add(MailFault.TextsDiffer);
        return formatted;
    }

    private string Plain(ScannedPart part)
    {
        var text = PartContent.Text(part, message, notes);
        return part.IsFlowed ? FlowedText.Join(text, part.IsDelSp) : text;
    }
}
