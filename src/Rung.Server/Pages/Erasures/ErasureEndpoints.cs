using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Erasures;

/// <summary>Somebody of a customer is erased, after a look at what would go; and what was erased. S72; UK GDPR, Article 17.</summary>
internal static class ErasureEndpoints
{
    /// <summary>What follows the address of a contact.</summary>
    public const string Part = "/erase";

    private const string Address = $"/{{desk}}/customers/{{id}}/contacts/{{part}}{Part}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (HttpContext context, ErasurePages all) => Of(context, all, all.Ask));
        pages.MapPost(Address, (HttpContext context, ErasurePages all) => Of(context, all, all.Erase));
        pages.MapGet(
            "/{desk}/erasures",
            (HttpContext context, ErasurePages all) => all.List(all.Frames.Visit(context))
        );
    }

    private static async Task<IResult> Of(
        HttpContext context,
        ErasurePages all,
        Func<Visit, SubjectAccess.Subject, Task<IResult>> answer
    )
    {
        var visit = all.Frames.Visit(context);
        return await all.Find(visit) is { } subject ? await answer(visit, subject) : ProblemPages.NoSuchPage();
    }
}
