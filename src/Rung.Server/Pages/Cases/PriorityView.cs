namespace Rung.Server.Pages.Cases;

/// <summary>How loudly a priority is shown; colour only where it means something.</summary>
public enum PriorityTone
{
    Missing,
    Highest,
    High,
    Ordinary,
}

/// <param name="Label">Short: "P2".</param>
/// <param name="Says">As said aloud: "Priority 2".</param>
public sealed record PriorityView(string Label, string Says, PriorityTone Tone);
