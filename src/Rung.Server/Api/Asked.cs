using System.Collections.ObjectModel;
using Rung.Core.Cases;
using Rung.Server.Api.Binding;
using Rung.Storage.Answers;

namespace Rung.Server.Api;

/// <summary>A request that changes something, with the bytes of its body.</summary>
internal sealed record Asked(Writing Writing, byte[] Body)
{
    /// <summary>Bytes of the papers that came with it, by their hash.</summary>
    public IReadOnlyDictionary<string, byte[]> Papers { get; init; } = ReadOnlyDictionary<string, byte[]>.Empty;

    /// <summary>Null: the caller sent no key.</summary>
    public AnswerKey? Key => Writing.Retry.Key is { } key ? new AnswerKey(key, Whose(Writing.Actor)) : null;

    private static string Whose(Actor who) => who.CustomerId is { } of ? $"{of}/{who.Name}" : who.Name;

    /// <summary>Tells this request from another one under the same key.</summary>
    public string Hash => Writing.Retry.HashOf(Body);
}
