namespace Rung.Server.Commands.Asking;

/// <summary>What a desk answered to a verb, or why it did not.</summary>
internal sealed record FoundText(string Text)
{
    /// <summary>One sentence; null: it was found.</summary>
    public string? Missing { get; private init; }

    /// <summary>What <c>rung</c> answers to the shell when it is missing.</summary>
    public int Code { get; private init; }

    public static FoundText None(string why, int code) => new("") { Missing = why, Code = code };
}
