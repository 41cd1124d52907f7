using System.Globalization;
using Microsoft.Net.Http.Headers;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>
/// The version of the case that the author saw, from <c>If-Match</c>: the number in the quotes of the ETag. None and
/// <c>*</c> mean whatever it is now. A weak tag never matches (RFC 9110).
/// </summary>
internal sealed class Seen : IBound
{
    public static readonly Field Field = new(
        HeaderNames.IfMatch,
        "header",
        "The ETag that the decision was made on: when the case has changed since, nothing is done and the answer is 412.",
        "\"4\""
    );

    private Seen(long? version) => Version = version;

    public ProblemAnswer? Problem { get; private init; }

    /// <summary>Null: any.</summary>
    public long? Version { get; }

    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static ValueTask<Seen> BindAsync(HttpContext context) =>
        ValueTask.FromResult(Of(context.Request.Headers.IfMatch));

    private static Seen Of(Microsoft.Extensions.Primitives.StringValues sent)
    {
        if (sent.Count == 0)
        {
            return new Seen(null);
        }
        if (!EntityTagHeaderValue.TryParseStrictList(sent, out var tags) || tags.Count != 1)
        {
            return Wrong("One ETag is expected, such as \"4\", or *.");
        }
        if (tags[0].Equals(EntityTagHeaderValue.Any))
        {
            return new Seen(null);
        }
        // No version has this number, so it is answered as any other tag that does not match.
        const long None = -1;
        return new Seen(tags[0].IsWeak ? None : Version(tags[0].Tag.ToString()) ?? None);

        static long? Version(string tag) =>
            long.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null;
    }

    private static Seen Wrong(string what) =>
        new((long?)null) { Problem = Refusing.Because(ProblemKind.MalformedRequest, HeaderNames.IfMatch, what) };
}
