using System.Text.RegularExpressions;

namespace Rung.Server.Pages.Words;

/// <summary>Mail and web addresses in text for a narrow place.</summary>
internal static partial class AddressWords
{
    /// <summary>The text in parts between which a line may end: behind <c>@</c>, <c>.</c> and <c>/</c> of an address.</summary>
    public static string[] Parts(string text) =>
        text.Contains('@') || text.Contains("://") ? Places().Split(text) : [text];

    [GeneratedRegex(@"(?<=[@/.])(?=[^\s@./])", RegexOptions.ExplicitCapture)]
    private static partial Regex Places();
}
