using System.Text;

namespace Rung.Core.Cases;

/// <summary>What each code is called outside: in problem details, scenarios and <c>docs/errors.md</c>.</summary>
public static class RefusalCodes
{
    private static readonly string[] Texts = [.. Enum.GetNames<RefusalCode>().Select(Kebab)];

    /// <summary>The stable text, for example <c>raise-window-over</c>.</summary>
    public static string Text(this RefusalCode code) => Texts[(int)code];

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
