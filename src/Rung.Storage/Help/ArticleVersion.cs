using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Help;

namespace Rung.Storage.Help;

/// <summary>One version of a help article. None is ever changed: who writes it anew adds the next.</summary>
/// <param name="Number">From 1, without gaps.</param>
public sealed record ArticleVersion(string Desk, Article Article, int Number, ArticleState State)
{
    public required Instant At { get; init; }
    public required Actor By { get; init; }
}

/// <summary>What became of an article with a version.</summary>
public enum ArticleState
{
    /// <summary>Written; what was published before stays so.</summary>
    Draft,

    /// <summary>Read by whom it is for from then on.</summary>
    Published,

    /// <summary>Read by nobody but the desk from then on.</summary>
    Withdrawn,
}
