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

    // No hour and no day is among them: who names one has an answer (A-06).
    private static readonly HashSet<string> Asking = Words(
        """
        a about again all am an and any are as at be been being best can case chasing checking could dear did do does doing done
        expect expected fault find fixed for from get getting give go going got happening has have hear hello hi how i i'm if
        in is it it's just know latest let long many matter me my news now of on our out please problem progress ready
        regards request resolved send should so soon sorted state status still sorry team tell thank thanks that the there things this
        ticket update updates us waiting was we we're what what's when where will with wondering word work working
        works would yet you your
        """
    );

    /// <param name="text">As it was written, without what it quotes.</param>
    public static Gist Of(string text)
    {
        var words = Word().Matches(text.Replace('’', '\'')).Select(word => word.Value.ToLowerInvariant()).ToList();
        if (words.Count is 0 or > MostWords || text.Any(IsFace))
        {
            return Gist.Other;
        }
        var said = Greeting().Replace(string.Join(' ', words), "");
        return Asks(said) ? Gist.AsksForNews
            : words.TrueForAll(Confirming.Contains) && Statement().IsMatch(said) && !text.Contains('?') ? Gist.Confirms
            : Gist.Other;
    }

    private static bool Asks(string said) =>
        Question().Match(said) is { Success: true } question
        && said.Split(' ').All(Asking.Contains)
        && !Report().IsMatch(said[question.Length..]);

    // A face may say the opposite of the words beside it: drawn, or typed as ":-(".
    private static bool IsFace(char letter) =>
        char.IsSurrogate(letter) || char.IsSymbol(letter) || letter is '(' or ')';

    private static HashSet<string> Words(string list) =>
        [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    // Digits and letters of any script, so that nothing that may matter is passed over.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}']+")]
    private static partial Regex Word();

    // After it a question begins at once: what tells of something first is an answer.
    [GeneratedRegex(@"^((hi|hello|dear|good|morning|afternoon|all(?! is\b)|team|there|sorry|please|so|and|just)\s)+")]
    private static partial Regex Greeting();

    // It says that it works, and neither asks whether nor wants that said.
    [GeneratedRegex(
        @"^(?!is\b|can\b|confirm\b|this is the case$)(?!.*\b(is (it|this|that|the case)|can you|please confirm)\b)"
            + @".*\b(yes|yep|works|working|fixed|resolved|sorted|confirm|confirmed|ok|okay)\b"
    )]
    private static partial Regex Statement();

    // Of the matter, or of news of it: "when you are ready" and "have the team out" are of other things, and answers.
    private const string Matter =
        @"(it|this|things|(the|our|my) (case|fault|latest|matter|news|problem|progress|request|state|status|ticket))\b";
    private const string News = @"(an?|any|some|the)( latest)? (news|updates?|progress|status|word)\b";
    private const string Stands =
        $@"((when|how|what) (will |is |are )?{Matter}|how long (will )?{Matter}|if there (is|are) {News}|what(('s| is) happening| the latest)\b)";

    private const string IsThereAny =
        @"((is|are) there |have you (got )?|do you have |got )?any (news|updates?|progress|word)\b";
    private const string WhenIsIt = $@"when (will|can|could|should|would|is) {Matter}";
    private const string WhenIsNews =
        $@"when (will|can|could|should|would) (we|i|you) (expect|get|give|have|hear|know|send)( me| us)? ({News}|{Matter})";
    private const string HowIsIt =
        $@"how (long|soon) ((will|is|can|until) )+{Matter}|how (are|is) {Matter}|how are you (getting|doing)\b";
    private const string WhatIsNew = @"what(('s| is) (the (latest|news|progress|status|state)\b|happening)| news)";
    private const string GiveNews =
        $@"(can|could|would|will) (you|i|we) (please )?(get|give|have|send)( me| us)? {News}";
    private const string LetUsKnow = $@"((can|could|would|will) you (please )?)?(let|tell) (me|us) (know )?{Stands}";
    private const string Chasing = $@"((i am|i'm|we are|we're) )?(just )?(chasing\b|(checking|wondering) {Stands})";

    [GeneratedRegex($"^({IsThereAny}|{WhenIsIt}|{WhenIsNews}|{HowIsIt}|{WhatIsNew}|{GiveNews}|{LetUsKnow}|{Chasing})")]
    private static partial Regex Question();

    // Beside a question: an answer.
    [GeneratedRegex(
        @"\b(it|it's|this|that|all|everything|we|we're|i|i'm)( is| are| am)?( all| now)* (done|fixed|ready|resolved|sorted|works?|working)\b"
    )]
    private static partial Regex Report();
}
