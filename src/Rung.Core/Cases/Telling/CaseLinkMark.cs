namespace Rung.Core.Cases.Telling;

/// <summary>
/// What <c>{caseLink}</c> puts into a message: words that say what will stand there, until the mail leaves. The address opens the
/// case for whoever has it, so it is kept nowhere and goes to whoever reported the case alone.
/// </summary>
public static class CaseLinkMark
{
    /// <summary>What whoever only looks at the message reads.</summary>
    public const string Text = "‹the address that opens this case, in the mail alone›";

    /// <param name="address">Null: there is none for this reader, and the lines that would have it are left out.</param>
    public static string Fill(string text, string? address) =>
        address is null
            ? string.Join('\n', text.Split('\n').Where(line => !line.Contains(Text, StringComparison.Ordinal)))
            : text.Replace(Text, address, StringComparison.Ordinal);
}
