namespace Rung.Mail.Inbound.Bodies;

/// <summary>What a mail says.</summary>
/// <param name="Text">All of it as plain text, quoted parts and signature included.</param>
/// <param name="Blocks">The same text in its parts, in order: joined by line ends they are <paramref name="Text"/>.</param>
/// <param name="Html">The formatted text, made safe: nothing in it runs, loads or looks like part of a page; null: none.</param>
public sealed record MailContent(string Text, IReadOnlyList<TextBlock> Blocks, string? Html)
{
    public static MailContent Empty { get; } = new("", [], Html: null);

    /// <summary>The same where it answers nothing and is sent on, as its subject says: what Outlook puts below is forwarded.</summary>
    public MailContent AsForward() => this with { Blocks = Folding.Fold(Text, BlockKind.Forwarded) };

    /// <summary>The same where it answers a mail: what stands below is that mail.</summary>
    public MailContent AsAnswer() => this with { Blocks = Folding.Fold(Text, BlockKind.Quoted) };

    /// <summary>
    /// What its writer added. Answers written between the lines of a quotation make no sense without it: then it is the
    /// whole text. So it is when nothing was added.
    /// </summary>
    public string Said
    {
        get
        {
            var said = Blocks.Where(block => block.Kind is BlockKind.Said or BlockKind.Forwarded).ToList();
            return IsBetweenLines || said.TrueForAll(block => string.IsNullOrWhiteSpace(block.Text))
                ? Text.Trim()
                : string.Join('\n', said.Select(block => block.Text)).Trim();
        }
    }

    private bool IsBetweenLines =>
        Blocks
            .SkipWhile(block => block.Kind != BlockKind.Quoted)
            .Any(block => block.Kind == BlockKind.Said && !string.IsNullOrWhiteSpace(block.Text));
}

/// <summary>A run of lines of one kind. Pages fold all but what was said and forwarded; none is ever left out.</summary>
public sealed record TextBlock(BlockKind Kind, string Text);

public enum BlockKind
{
    /// <summary>Written for this mail.</summary>
    Said,

    /// <summary>Of an earlier mail.</summary>
    Quoted,

    /// <summary>Sent on, so that we read it.</summary>
    Forwarded,
    Signature,
}
