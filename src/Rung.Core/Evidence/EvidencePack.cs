using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;

namespace Rung.Core.Evidence;

/// <summary>
/// What can be laid before the customer's executive, or beside a reason for outage: what happened on a case, its clocks
/// with their ledgers, its escalations, what was promised and what became of it, and the paragraphs of the guide that all
/// of it rests on. Free of any medium; a fold of the events like everything else. SMC-32, SMC-35.
/// </summary>
/// <param name="Reference">The case that it is about.</param>
/// <param name="Facts">What the pack is about and how its times are to be read.</param>
public sealed record EvidencePack(
    CaseReference Reference,
    Block.Definitions Facts,
    IReadOnlyList<EvidenceSection> Sections
)
{
    /// <summary>What its title says before the reference.</summary>
    public const string Kind = "Evidence pack for";

    /// <summary>"Evidence pack for R-7K4-239".</summary>
    public string Title => $"{Kind} {Reference}";

    /// <summary>BCP 47 tag of the guide's language.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// Tells the case up to <see cref="EvidenceOf.Now"/>; each paragraph that is cited is printed once, at the end.
    /// </summary>
    public static EvidencePack Of(EvidenceOf of)
    {
        var cited = new CitedParagraphs(of.Guide);
        EvidenceSection[] told =
        [
            StoryPart.Of(of, cited),
            ClockPart.Of(of, cited),
            .. of.State.Escalations.Select(one => EscalatedPart.Of(of, one, cited)),
            .. CoveredPart.Of(of),
            .. HoldPart.Of(of, cited),
            KeptPart.Of(of, cited),
            OutagePart.Of(of, cited),
        ];
        return new EvidencePack(of.State.Reference, PackFacts.Of(of), [.. told, cited.Section()])
        {
            Language = of.Guide.Document.Language,
        };
    }
}

/// <param name="Id">Unique in the pack, to link to.</param>
public sealed record EvidenceSection(string Id, string Title, IReadOnlyList<Block> Blocks);
