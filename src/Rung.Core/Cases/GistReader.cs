using System.Text.RegularExpressions;

namespace Rung.Core.Cases;

/// <summary>
/// Tells what a short text says, in English. It errs on one side: a single word that it does not know, a name below the text, a number,
/// makes it <see cref="Gist.Other"/>. ESS-78, A-10.
/// </summary>
public static partial class GistReader
{
    private const int MostWords = 25;

    private static readonly HashSet<string> Confirming = Words(
        """
        yes yep it it's its is that that's this all now everything we i can you the case please close again thank thanks many very much
        cheers and ok okay fine good great perfect well hi hello works working fixed resolved sorted confirm confirmed
        """
    );

    private static readonly HashSet<string> Asking = Words(
        """
        a about again all am an and any are as at be been being best can case chasing checking could days dear did do does doing done
        expect expected fault find fixed for from get getting give go going good got happening has have hear hello hi hour how i i'm if
        in is it just know latest let long many matter me morning afternoon my news now of on our out please problem progress ready
        regards request resolved send should so soon sorted state status still sorry team tell thank thanks that the there things this
        ticket today tomorrow update updates us waiting was we we're week what what's when where will with wondering word work working
        works would yet you your
        """
    );

    /// <param name="text">As it was written, without what it quotes.</param>
    public static Gist Of(string text)
    {
        var words = Word().Matches(text.Replace('’', '\'')).Select(word => word.Value.ToLowerInvariant()).ToList();
        return words.Count is 0 or > MostWords || text.Any(IsFace) ? Gist.Other
            : words.TrueForAll(Asking.Contains) && Question().IsMatch(string.Join(' ', words)) ? Gist.AsksForNews
            : words.TrueForAll(Confirming.Contains)
            && Statement().IsMatch(string.Join(' ', words))
            && !text.Contains('?')
                ? Gist.Confirms
            : Gist.Other;
    }

    // A face may say the opposite of the words beside it: drawn, or typed as ":-(".
    private static bool IsFace(char letter) =>
        char.IsSurrogate(letter) || char.IsSymbol(letter) || letter is '(' or ')';

    private static HashSet<string> Words(string list) =>
        [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    // Digits and letters of any script, so that nothing that may matter is passed over.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}']+")]
    private static partial Regex Word();

    // It says that it works, and does not ask whether: "is it fixed" begins otherwise.
    [GeneratedRegex(
        @"^(?!is\b|can\b|this is the case$).*\b(yes|yep|works|working|fixed|resolved|sorted|confirm|confirmed|ok|okay)\b"
    )]
    private static partial Regex Statement();

    // After a greeting a question begins at once: what tells of something first is an answer.
    [GeneratedRegex(
        @"^((hi|hello|dear|good|morning|afternoon|all|team|there|sorry|please|so|and|just)\s)*"
            + @"((is there |are there |have you |do you have |have you got |got )?any (news|updates?|progress|word)\b"
            + @"|when (will|can|could|should|would|is|are) (it|this|that|we|i|you|the|our|my)\b"
            + @"|how (long|soon) (will|is|until)\b|how (are|is) (things|it|this|that|the|our|my|you)\b"
            + @"|what(('s| is) (the (latest|news|progress|status|state)\b|happening)| news)"
            + @"|(can|could|would|will) (you|i|we) (please )?(let (me|us) know|give|have|get|send|tell (me|us) (how|when|what|if))\b"
            + @"|(let|tell) (me|us) (know )?(how|when|what|if)\b"
            + @"|((i am|i'm|we are|we're) )?(just )?(chasing|checking|wondering)\b)"
    )]
    private static partial Regex Question();
}
