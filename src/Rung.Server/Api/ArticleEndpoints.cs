using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Rung.Core.Cases;
using Rung.Core.Help;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage.Help;

namespace Rung.Server.Api;

/// <summary>Help articles: what customers read of them, and what the desk writes (ESS-23).</summary>
internal static class ArticleEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        var all = desk.MapGroup("/help").WithTags("Help articles");
        all.MapGet("", List)
            .WithName("articles")
            .WithSummary(
                "Help articles by title: the latest version of each, for a contact what is published (ESS-23)"
            );
        all.MapGet("/{id}", Read).WithName("article").WithSummary("One of them with its text");
        all.MapGet("/{id}/versions", Versions)
            .WithName("article-versions")
            .WithSummary("Every version of it, the latest first");
        all.MapPut("/{id}", Put)
            .WithName("put-article")
            .WithSummary("Write it anew: a draft, published, or withdrawn; what there was stays as a version")
            .WithMetadata(Seen.Field);
    }

    private static async Task<Results<Ok<ArticlesBody>, ProblemAnswer>> List(
        AtDesk desk,
        HttpContext context,
        ArticleDesk articles
    )
    {
        var all = (await ActingAs.Viewer(context)).IsCustomer
            ? (await articles.ForCustomers(desk.Id)).Select(ForCustomer)
            : (await articles.All(desk.Id)).Select(ArticleBody.Of);
        return TypedResults.Ok(new ArticlesBody([.. all.Select(one => one with { Body = null })]));
    }

    private static async Task<Results<ArticleAnswer, ProblemAnswer>> Read(
        AtDesk desk,
        string id,
        HttpContext context,
        ArticleDesk articles
    )
    {
        if (!(await ActingAs.Viewer(context)).IsCustomer)
        {
            return await articles.Versions(desk.Id, id) is [var latest, ..]
                ? new ArticleAnswer(ArticleBody.Of(latest))
                : NoSuch(id);
        }
        var read = (await articles.ForCustomers(desk.Id)).FirstOrDefault(one => one.Article.Id == id);
        return read is null ? NoSuch(id) : new ArticleAnswer(ForCustomer(read));
    }

    private static async Task<Results<Ok<ArticlesBody>, ProblemAnswer>> Versions(
        AtDesk desk,
        string id,
        ArticleDesk articles
    ) =>
        await articles.Versions(desk.Id, id) is { Count: > 0 } all
            ? TypedResults.Ok(new ArticlesBody([.. all.Select(ArticleBody.Of)]))
            : NoSuch(id);

    private static async Task<Results<ArticleAnswer, ProblemAnswer>> Put(
        ArticleAt at,
        Seen seen,
        JsonBody<ArticleRequest> body,
        ArticleDesk articles
    )
    {
        var desk = at.Desk.Id;
        var (article, state) = (body.Value.Article(at.Id), body.Value.State);
        var latest = await articles.Versions(desk, at.Id) is [var last, ..] ? last : null;
        if (seen.Version is { } expected && expected != (latest?.Number ?? 0))
        {
            return Changed;
        }
        if (ArticleDesk.Faults(at.Desk.Guide, article) is { Count: > 0 } faults)
        {
            return Refusing.Because(
                ProblemKind.Of(RefusalCode.InvalidInput),
                faults.ToDictionary(fault => $"$.{fault.Field}", fault => (IReadOnlyList<string>)[fault.Sentence])
            );
        }
        // Who sends the same again adds nothing.
        if (latest is not null && IsSame(latest, article, state))
        {
            return new ArticleAnswer(ArticleBody.Of(latest));
        }
        return await articles.Add(desk, article, ((latest?.Number ?? 0) + 1, state), at.Actor)
            ? new ArticleAnswer(ArticleBody.Of((await articles.Versions(desk, at.Id))[0]))
            : Changed;
    }

    private static bool IsSame(ArticleVersion latest, Article article, ArticleState state) =>
        latest.State == state
        && latest.Article with { Services = article.Services } == article
        && latest.Article.Services.SequenceEqual(article.Services, StringComparer.Ordinal);

    private static ArticleBody ForCustomer(ArticleVersion version) => ArticleBody.Of(version) with { By = null };

    private static ProblemAnswer Changed =>
        Refusing.Because(
            ProblemKind.ArticleChanged,
            HeaderNames.IfMatch,
            "This is not the latest version: GET it, look at what changed, and PUT yours again with its ETag."
        );

    private static ProblemAnswer NoSuch(string id) =>
        Refusing.Because(ProblemKind.NoSuchArticle, $"There is no article {OneLine.Start(id)} at this desk.");
}
