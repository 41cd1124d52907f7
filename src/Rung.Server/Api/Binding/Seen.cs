using System.Globalization;
using Microsoft.Net.Http.Headers;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>
/// What the author saw, from <c>If-Match</c>: what is in the quotes of the ETag, for a case the number of its version. None
/// and <c>*</c> mean whatever it is now. A weak tag never matches (RFC 9110).
/// </summary>
internal sealed class Seen : IBound
{
    public static readonly Field Field = new(
        HeaderNames.IfMatch,
        "header",
        "The ETag that the decision was made on: when what it is about has changed since, nothing is done and the answer is 412.",
        "\"4\""
    );

    private const string? Any = null;
    private const string NeverMatches = "";

    private Seen(string? text) => Text = text;

    public ProblemAnswer? Problem { get; private init; }

    /// <summary>Null: any.</summary>
    public string? Text { get; }

    /// <summary>Of a case; null: any. No version is -1, so a tag that is no number does not match.</summary>
    public long? Version =>
        Text is null ? null
        : long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
        : -1;

    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static ValueTask<Seen> BindAsync(HttpContext context) =>
        ValueTask.FromResult(Of(context.Request.Headers.IfMatch));

    private static Seen Of(Microsoft.Extensions.Primitives.StringValues sent)
    {
        if (sent.Count == 0)
        {
            return new Seen(Any);
        }
        if (!EntityTagHeaderValue.TryParseStrictList(sent, out var tags) || tags.Count != 1)
        {
            return Wrong("One ETag is expected, such as \"4\", or *.");
        }
        if (tags[0].Equals(EntityTagHeaderValue.Any))
        {
            return new Seen(Any);
        }
        return new Seen(tags[0].IsWeak ? NeverMatches : tags[0].Tag.ToString().Trim('"'));
    }

    private static Seen Wrong(string what) =>
        new(Any) { Problem = Refusing.Because(ProblemKind.MalformedRequest, HeaderNames.IfMatch, what) };
}
