namespace Rung.Core.Retention;

/// <summary>Why a legal hold is placed or lifted, as somebody wrote it.</summary>
public static class LegalHoldReason
{
    /// <summary>Longest reason, in characters.</summary>
    public const int Longest = 1_000;

    /// <summary>What is wrong with a reason, a sentence that says how to mend it; null: nothing.</summary>
    /// <param name="reason">Without white space around it.</param>
    public static string? Fault(string reason) =>
        reason.Length == 0 ? "Say why, in a sentence: whoever asks later reads it."
        : reason.Length > Longest ? "The reason is longer than 1,000 characters: shorten it."
        : null;
}
