using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Mail.Inbound.Sorting;

namespace Rung.Mail.Inbound.Threading;

/// <summary>What in a mail may say which case it is about. Whoever keeps the mails looks these up; <see cref="Threads"/> decides.</summary>
/// <param name="Signed">Cases named by reply addresses that carry our signature.</param>
/// <param name="Answers">Message-IDs of the mails it answers, the nearest first.</param>
/// <param name="InSubject">References in the subject whose check character is right.</param>
/// <param name="InText">References in what was written, the same.</param>
/// <param name="Enclosed">Message-IDs of the mails that it encloses, which anybody may do with a mail on a case of theirs or another's.</param>
public sealed partial record ThreadClues(
    IReadOnlyList<CaseReference> Signed,
    IReadOnlyList<string> Answers,
    IReadOnlyList<CaseReference> InSubject,
    IReadOnlyList<CaseReference> InText,
    IReadOnlyList<string> Enclosed
)
{
    private const int MostReferences = 5;

    /// <param name="prefix">The desk's letters before a reference.</param>
    /// <param name="key">Null: this installation signs no addresses.</param>
    /// <param name="envelopeRecipient">The address the mail server was told; null: not known.</param>
    public static ThreadClues Of(ReceivedMail mail, string prefix, ReplyAddress? key, string? envelopeRecipient = null)
    {
        IEnumerable<string> addresses =
        [
            .. envelopeRecipient is null ? [] : (string[])[envelopeRecipient],
            .. mail.DeliveredTo.Concat(mail.To).Concat(mail.Cc).Select(one => one.Address),
        ];
        return new ThreadClues(
            Distinct(addresses.Select(address => CaseIn(address, key, prefix))),
            mail.Answers,
            References(mail.Subject, prefix),
            References(mail.Body.Said, prefix),
            mail.Enclosed
        );
    }

    /// <summary>A bounce, and many an automatic reply, answers nothing, but encloses what it is about.</summary>
    public ThreadClues Of(MailNature nature) =>
        nature.AnswersByItself
            ? this with
            {
                Answers = [.. Answers.Concat(Enclosed).Distinct(StringComparer.Ordinal)],
                Enclosed = [],
            }
            : this;

    private static CaseReference? CaseIn(string address, ReplyAddress? key, string prefix) =>
        key is not null && key.TryRead(address, prefix, out var reference) ? reference : null;

    /// <summary>The cases that a text names, whether there are such or not.</summary>
    internal static IReadOnlyList<CaseReference> References(string text, string prefix) =>
        Distinct(
            Candidate()
                .Matches(text.Length > 20_000 ? text[..20_000] : text)
                .Select(match =>
                    IsNamed(match, prefix) && CaseReference.TryParse(prefix, match.Value, out var found) ? found : null
                )
        );

    // Without its letters any number of six would do once in thirty times.
    private static bool IsNamed(Match match, string prefix) =>
        match.Groups["prefix"].Value.Equals(prefix, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<CaseReference> Distinct(IEnumerable<CaseReference?> references) =>
        [.. references.OfType<CaseReference>().Distinct().Take(MostReferences)];

    [GeneratedRegex(
        @"\b(?<prefix>[A-Za-z]{1,4})[- ]?(?<body>[2-9A-Za-z]{3,4}[- ]?[2-9A-Za-z]{3,4})\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Candidate();
}
