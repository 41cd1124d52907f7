using System.Text;

namespace Rung.Core.Customers;

/// <summary>
/// How a customer writes references of its own: <c>#</c> is a digit, <c>*</c> one digit or more, <c>@</c> a letter, and
/// anything else stands for itself: <c>INC-######</c>, <c>CB-*</c>. ESS-32.
/// </summary>
public static class ReferenceFormat
{
    /// <summary>Longest format.</summary>
    public const int Longest = 40;

    /// <summary>What is wrong with a format, as the end of a sentence that begins with it; null: nothing.</summary>
    public static string? Fault(string format)
    {
        if (format.Length > Longest)
        {
            return $"is longer than {Longest} characters";
        }
        if (!format.Any(sign => sign is '#' or '*' or '@'))
        {
            return "has no #, * or @, so that all references would be the same";
        }
        for (var index = 0; index + 1 < format.Length; index++)
        {
            var follows = format[(index + 1)..].FirstOrDefault(IsWritten);
            if (format[index] == '*' && (follows is '#' or '*' || char.IsAsciiDigit(follows)))
            {
                return "has a digit behind *, where nobody can say which of the digits it is";
            }
        }
        return null;
    }

    /// <summary>
    /// The reference as the customer writes it: capitals, spaces and marks between are put right. Null: it is none of its own.
    /// </summary>
    /// <param name="format">One without a <see cref="Fault"/>.</param>
    public static string? Normalise(string format, string typed)
    {
        var (left, written) = (new Queue<char>(typed.Where(char.IsLetterOrDigit)), new StringBuilder());
        foreach (var sign in format)
        {
            if (!Take(sign, left, written))
            {
                return null;
            }
        }
        return left.Count == 0 ? written.ToString() : null;
    }

    private static bool Take(char sign, Queue<char> left, StringBuilder written)
    {
        if (!IsWritten(sign))
        {
            written.Append(sign);
            return true;
        }
        if (!left.TryDequeue(out var given) || !Fits(sign, given))
        {
            return false;
        }
        written.Append(sign is '#' or '*' or '@' ? char.ToUpperInvariant(given) : sign);
        while (sign == '*' && left.TryPeek(out var next) && char.IsAsciiDigit(next))
        {
            written.Append(left.Dequeue());
        }
        return true;
    }

    private static bool IsWritten(char sign) => sign is '#' or '*' or '@' || char.IsLetterOrDigit(sign);

    private static bool Fits(char sign, char given) =>
        sign switch
        {
            '#' or '*' => char.IsAsciiDigit(given),
            '@' => char.IsAsciiLetter(given),
            _ => char.ToUpperInvariant(sign) == char.ToUpperInvariant(given),
        };
}
