using System.Collections.Concurrent;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Problems;
using Rung.Storage;
using Rung.Storage.Answers;

namespace Rung.Server.Api;

/// <summary>Tells requests that are sent again from new ones, by their idempotency key (R13).</summary>
internal sealed class Retries(RungDatabase database)
{
    private readonly ConcurrentDictionary<AnswerKey, string> _underWay = new();

    public static ProblemAnswer KeyReused =>
        Refusing.Because(
            ProblemKind.KeyReused,
            RetryKey.Header,
            "This key was used for another request: choose a new one."
        );

    private static ProblemAnswer KeyInUse =>
        Refusing.Because(
            ProblemKind.KeyInUse,
            RetryKey.Header,
            "The request with this key is being carried out: send it again in a moment to get its answer."
        );

    /// <summary>What is known of the request; to be disposed of when it has been carried out and its answer is kept.</summary>
    /// <param name="key">Null: it cannot be told from others, and is new.</param>
    public async Task<Retry> Begin(AnswerKey? key, string hash)
    {
        if (key is null)
        {
            return new Retry();
        }
        if (!_underWay.TryAdd(key, hash))
        {
            var isOther = _underWay.TryGetValue(key, out var other) && other != hash;
            return new Retry { Problem = isOther ? KeyReused : KeyInUse };
        }
        var begun = new Retry { Ends = () => _underWay.TryRemove(key, out _) };
        var kept = await Find(begun, key);
        return kept is null ? begun
            : kept.RequestHash == hash ? begun with { Answer = kept }
            : begun with { Problem = KeyReused };
    }

    private async Task<KeptAnswer?> Find(Retry begun, AnswerKey key)
    {
        try
        {
            return await database.Answers.Find(key);
        }
        catch
        {
            begun.Dispose();
            throw;
        }
    }
}

/// <summary>A request under its key: new, answered before, or in the way of another.</summary>
internal sealed record Retry : IDisposable
{
    /// <summary>The answer it was given before; null: none.</summary>
    public KeptAnswer? Answer { get; init; }

    /// <summary>Why it cannot be carried out; null: it can.</summary>
    public ProblemAnswer? Problem { get; init; }
    public Action? Ends { get; init; }

    public void Dispose() => Ends?.Invoke();
}
