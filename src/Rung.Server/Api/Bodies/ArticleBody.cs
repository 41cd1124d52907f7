using NodaTime;
using Rung.Core.Help;
using Rung.Storage.Help;

namespace Rung.Server.Api.Bodies;

/// <summary>A help article as it is to be kept; what is left out is no longer there.</summary>
public sealed record ArticleRequest
{
    /// <summary>One line, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown without HTML, 1 to 20,000 characters.</summary>
    public required string Body { get; init; }

    /// <summary>Whom it is for once it is published; left out: customers.</summary>
    public ArticleAudience Audience { get; init; }

    /// <summary>Ids of the guide's services that it is about.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>What becomes of it: a draft leaves what is published; left out: a draft.</summary>
    public ArticleState State { get; init; }

    internal Article Article(string id) =>
        new(id, Title.Trim(), Body) { Audience = Audience, Services = Services ?? [] };
}

/// <summary>A version of a help article.</summary>
/// <param name="Version">Its number, from 1 without gaps.</param>
public sealed record ArticleBody(string Id, int Version, ArticleState State, string Title)
{
    public required ArticleAudience Audience { get; init; }
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Markdown; left out where many are listed.</summary>
    public string? Body { get; init; }
    public required Instant At { get; init; }

    /// <summary>Who wrote it; customers are not told.</summary>
    public string? By { get; init; }

    public static ArticleBody Of(ArticleVersion version) =>
        new(version.Article.Id, version.Number, version.State, version.Article.Title)
        {
            Audience = version.Article.Audience,
            Services = version.Article.Services,
            Body = version.Article.Body,
            At = version.At,
            By = version.By.Name,
        };
}

public sealed record ArticlesBody(IReadOnlyList<ArticleBody> Articles);
