namespace Rung.Server.Commands.ClockExplain;

/// <summary>The ledgers of a case in both forms, or why there are none.</summary>
internal sealed record FoundLedgers(string Json, string Text)
{
    /// <summary>One sentence; null: they were found.</summary>
    public string? Missing { get; private init; }

    /// <summary>What <c>rung</c> answers to the shell when they are missing.</summary>
    public int Code { get; private init; }

    public static FoundLedgers None(string why, int code) => new("", "") { Missing = why, Code = code };
}
