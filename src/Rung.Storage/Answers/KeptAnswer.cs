using NodaTime;

namespace Rung.Storage.Answers;

/// <param name="Key">As the caller sent it.</param>
/// <param name="Actor">Whose key it is: two callers may choose the same.</param>
public sealed record AnswerKey(string Key, string Actor);

/// <summary>An answer given to a request, kept so that the same request sent again gets it again. R13.</summary>
/// <param name="RequestHash">Tells the same request from another one under the same key.</param>
public sealed record KeptAnswer(AnswerKey Key, string RequestHash, int Status, string Body, Instant CreatedAt);
