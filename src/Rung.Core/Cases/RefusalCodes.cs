using Rung.Core.Wording;

namespace Rung.Core.Cases;

/// <summary>What each code is called outside: in problem details, scenarios and <c>docs/errors.md</c>.</summary>
public static class RefusalCodes
{
    private static readonly string[] Texts = [.. Enum.GetValues<RefusalCode>().Select(code => Hyphenated.Of(code))];

    /// <summary>The stable text, for example <c>raise-window-over</c>.</summary>
    public static string Text(this RefusalCode code) => Texts[(int)code];
}
