using Rung.Core.Cases;

namespace Rung.Server.Accounts;

/// <summary>Name and address of somebody who gets an account, as they were typed.</summary>
internal sealed record Person(string Name, string Email)
{
    private const int LongestName = 120;
    private const int LongestEmail = 254;

    /// <returns>What is wrong with the name; null: nothing.</returns>
    public string? NameFault =>
        Name.Length == 0 ? "Say what the timeline is to call this person."
        : OneLine.Fault(Name, LongestName) is { } fault ? $"The name {fault}"
        : Name == Actor.Desk.Name ? $"{Name} is who does what falls due by itself: name a person."
        : Name.EndsWith(SignedIn.ProgramMark, StringComparison.OrdinalIgnoreCase)
            ? $"Only programs have names that end with {SignedIn.ProgramMark.Trim()}."
        : null;

    /// <returns>What is wrong with the address; null: nothing.</returns>
    public string? EmailFault =>
        Email.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain]
        && domain.Contains('.', StringComparison.Ordinal)
        && Email.Length <= LongestEmail
        && !Email.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',')
            ? null
            : "Give an e-mail address, for example alex@desk.example.org.";
}
