using System.Text;

namespace Rung.Core.Wording;

/// <summary>Names of the code as they are written outside: <c>RaiseWindowOver</c> is <c>raise-window-over</c>.</summary>
public static class Hyphenated
{
    /// <summary>The name of a value; never empty.</summary>
    public static string Of(Enum value)
    {
        var text = new StringBuilder();
        foreach (var letter in value.ToString())
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
