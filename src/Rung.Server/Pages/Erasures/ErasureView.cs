using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Erasures;

/// <summary>What comes before somebody is erased: what would go, what stays, and what is in the way.</summary>
/// <param name="Name">"Office manager, Larkmere Primary School".</param>
/// <param name="Here">Where the form is sent to.</param>
public sealed record ErasureView(FrameView Frame, string Name, string Here, string BackHref)
{
    /// <summary>Whoever looks may have it done.</summary>
    public required bool MayErase { get; init; }

    /// <summary>Cases of theirs, and those of others with words of theirs.</summary>
    public IReadOnlyList<ErasedCaseView> Own { get; init; } = [];
    public IReadOnlyList<ErasedCaseView> OfOthers { get; init; } = [];
    public int Mails { get; init; }

    /// <summary>Whose their address is as well; null: nobody's.</summary>
    public string? SharedWith { get; init; }

    /// <summary>What is to be done first; empty: nothing.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    public static FieldView Reason(string value = "") =>
        new("reason", "Why", FieldType.Long)
        {
            Value = value,
            Hint = "It is kept, and stands on their cases: do not name them.",
        };
}

public sealed record ErasedCaseView(string Reference, string Href);
