using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>What every request that changes something says beside its body: who acts, under which key, when it happened.</summary>
internal sealed record Writing(Actor Actor, RetryKey Retry, Instant? HappenedAt, long? Seen)
    : IBound,
        IEndpointParameterMetadataProvider
{
    public ProblemAnswer? Problem { get; private init; }

    public static async ValueTask<Writing> BindAsync(HttpContext context)
    {
        var who = await ActingAs.BindAsync(context);
        var retry = await RetryKey.BindAsync(context);
        var happened = await Binding.HappenedAt.BindAsync(context);
        var seen = await Binding.Seen.BindAsync(context);
        return new Writing(who.Actor, retry, happened.At, seen.Version)
        {
            Problem = who.Problem ?? retry.Problem ?? happened.Problem ?? seen.Problem,
        };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ActingAs.PopulateMetadata(parameter, builder);
        RetryKey.PopulateMetadata(parameter, builder);
        Binding.HappenedAt.PopulateMetadata(parameter, builder);
    }
}
