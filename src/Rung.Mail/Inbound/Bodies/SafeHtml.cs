using Ganss.Xss;

namespace Rung.Mail.Inbound.Bodies;

/// <summary>
/// The second gate behind <see cref="HtmlReading"/>, which writes nothing but few plain tags: a parser that reads as
/// browsers do goes over it and lets the same few tags through. S32
/// </summary>
internal static class SafeHtml
{
    private static readonly HtmlSanitizerOptions Options = new()
    {
        AllowedTags = HtmlTags.Shown.Values.ToHashSet(StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
    };

    public static string Of(string tidy) => new HtmlSanitizer(Options).Sanitize(tidy).Trim();
}
