using System.Text.RegularExpressions;
using Rung.Mail.Inbound.Parsing;

namespace Rung.Mail.Inbound.Sorting;

/// <summary>
/// What a report of non-delivery says that is written for people alone, as old servers do: words, and below them the mail that
/// came back, with its header. R20
/// </summary>
public static partial class PlainBounce
{
    /// <summary>Whether it is one; a report for programs says more than its words, and a delay is none.</summary>
    public static bool Is(ReceivedMail bounce) =>
        bounce.Headers.First("Content-Type")?.Contains("delivery-status", StringComparison.OrdinalIgnoreCase) != true
        && !Delay().IsMatch(bounce.Subject);

    /// <summary>Message-IDs that stand below its words.</summary>
    public static IEnumerable<string> Enclosed(ReceivedMail bounce) =>
        MessageId()
            .Matches(bounce.Body.Text)
            .Take(MailLimits.MessageIds)
            .SelectMany(found => MessageIds.Of(found.Groups["id"].Value));

    /// <summary>Whether its own words name an address; the header of what came back always does.</summary>
    public static bool Names(ReceivedMail bounce, string address)
    {
        var text = bounce.Body.Text;
        var words = Below().Match(text) is { Success: true } below ? text.AsSpan(0, below.Index) : text;
        return words.Contains(address, StringComparison.OrdinalIgnoreCase)
            || bounce
                .Headers.All("X-Failed-Recipients")
                .Any(all => all.Contains(address, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(
        @"\b(delay|warning)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Delay();

    [GeneratedRegex(
        @"^[ \t>]*Message-ID:\s*(?<id><[^<>\s]+>)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MessageId();

    [GeneratedRegex(
        @"^[ \t>]*(Return-Path|Received|From|To|Message-ID):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Below();
}
