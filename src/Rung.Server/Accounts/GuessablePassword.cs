using System.Collections.Frozen;

namespace Rung.Server.Accounts;

/// <summary>
/// How much is left of a password once everything that guessers try first is taken out of it: words that passwords are made of,
/// its owner's name and address, runs such as 1234 and qwerty, and the usual digits in place of letters.
/// </summary>
internal static class GuessablePassword
{
    private const int Enough = 9;
    private const int OfWord = 3;
    private const int OfRun = 1;
    private const int ShortestWord = 4;
    private const int ShortestRun = 3;
    private const int LongestWord = 40;
    private static readonly char[] BetweenWords = [' ', '.', '-', '_', '@', '+', '\''];
    private static readonly string[] Keyboards =
    [
        "1234567890",
        "qwertyuiop",
        "qwertzuiop",
        "azertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "yxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    ];

    private static readonly Lazy<FrozenSet<string>> Common = new(ReadCommon);

    /// <summary>Whether too little is left: what names its owner counts nothing, a common word as three characters, once.</summary>
    public static bool Is(string password, string email, string name)
    {
        var typed = password.ToLowerInvariant();
        var letters = string.Concat(typed.Select(Meant));
        var owners = Owners(email, name);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = 0;
        for (var at = 0; at < typed.Length && left < Enough; )
        {
            var (length, worth) = At(at);
            left += worth;
            at += length;
        }
        return left < Enough;

        (int Length, int Worth) At(int at)
        {
            var word = WordAt(letters, at, owners);
            var run = RunAt(typed, at);
            return word.Length >= run && word.Length > 0
                    ? (word.Length, seen.Add(word) && !owners.Contains(word) ? OfWord : 0)
                : run > 0 ? (run, OfRun)
                : (1, 1);
        }
    }

    private static HashSet<string> Owners(string email, string name)
    {
        var parts = $"rung {name} {email}"
            .ToLowerInvariant()
            .Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Where(part => part.Length >= ShortestRun).Select(part => string.Concat(part.Select(Meant)))];
    }

    private static string WordAt(string letters, int at, HashSet<string> owners)
    {
        for (var length = Math.Min(LongestWord, letters.Length - at); length >= ShortestRun; length--)
        {
            var word = letters.Substring(at, length);
            if (owners.Contains(word) || (length >= ShortestWord && Common.Value.Contains(word)))
            {
                return word;
            }
        }
        return "";
    }

    /// <returns>How long the run is that begins here; 0: none does.</returns>
    private static int RunAt(string typed, int at)
    {
        var length = Math.Max(Keyboards.Max(keys => OnKeys(keys, typed, at)), Steps(typed, at));
        return length >= ShortestRun ? length : 0;
    }

    private static int OnKeys(string keys, string typed, int at)
    {
        var length = 0;
        for (
            var key = keys.IndexOf(typed[at], StringComparison.Ordinal);
            key >= 0 && at + length < typed.Length;
            length++, key++
        )
        {
            if (key >= keys.Length || keys[key] != typed[at + length])
            {
                break;
            }
        }
        return length;
    }

    // The same over and over, or each the next, or the one before.
    private static int Steps(string typed, int at)
    {
        var step = at + 1 < typed.Length ? typed[at + 1] - typed[at] : int.MaxValue;
        if (step is < -1 or > 1)
        {
            return 0;
        }
        var length = 2;
        while (at + length < typed.Length && typed[at + length] - typed[at + length - 1] == step)
        {
            length++;
        }
        return length;
    }

    private static char Meant(char typed) =>
        typed switch
        {
            '0' => 'o',
            '1' or '!' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => typed,
        };

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(GuessablePassword).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n')
            .Where(line => line.Length >= ShortestWord && line[0] != '#')
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
