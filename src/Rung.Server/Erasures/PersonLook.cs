using Rung.Core.Cases;
using Rung.Core.Erasures;

namespace Rung.Server.Erasures;

/// <summary>What would go if somebody were erased now.</summary>
/// <param name="Person">Who they are in texts; with an address only where nobody else has it.</param>
internal sealed record PersonLook(ErasedPerson Person)
{
    /// <summary>Cases and complaints that they reported: nothing of these is left but times and codes.</summary>
    public IReadOnlyList<CaseReference> Own { get; init; } = [];

    /// <summary>Those of others on which something of theirs stands.</summary>
    public IReadOnlyList<CaseReference> OfOthers { get; init; } = [];

    /// <summary>How many mails from them are kept.</summary>
    public int Mails { get; init; }

    /// <summary>Why nothing of it is done, each in a sentence; empty: it may be.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>Whose their address is as well, so that mail by it stays; null: nobody's.</summary>
    public string? SharedWith { get; init; }
}
