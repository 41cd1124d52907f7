using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Retention;

/// <summary>Legal holds on a case, on somebody of a customer, on a customer: read, placed, lifted.</summary>
internal static class LegalHoldEndpoints
{
    private delegate Task<HeldThing?> FindThing(LegalHoldPages pages, Visit visit);

    private delegate Task<IResult> Answer(LegalHoldPages pages, Visit visit, HeldThing thing);

    public static void Map(IEndpointRouteBuilder pages)
    {
        Map(pages, "/{desk}/cases/{reference}", (all, visit) => all.Case(visit, Value(visit, "reference")));
        Map(pages, "/{desk}/customers/{id}", (all, visit) => all.Customer(visit, Value(visit, "id")));
        Map(
            pages,
            "/{desk}/customers/{id}/contacts/{part}",
            (all, visit) => all.Contact(visit, Value(visit, "id"), Value(visit, "part"))
        );
    }

    private static void Map(IEndpointRouteBuilder pages, string thing, FindThing find)
    {
        var holds = thing + HeldThing.Part;
        Map(pages, (HttpMethods.Get, holds), find, (all, visit, found) => all.Show(visit, found));
        Map(pages, (HttpMethods.Post, holds), find, (all, visit, found) => all.Place(visit, found));
        Map(
            pages,
            (HttpMethods.Post, $"{holds}/{{number}}/lift"),
            find,
            (all, visit, found) => all.Lift(visit, found, Value(visit, "number"))
        );
    }

    private static void Map(
        IEndpointRouteBuilder pages,
        (string Method, string Path) route,
        FindThing find,
        Answer answer
    ) =>
        pages.MapMethods(
            route.Path,
            [route.Method],
            async (HttpContext context, LegalHoldPages all) =>
            {
                var visit = all.Frames.Visit(context);
                return await find(all, visit) is { } found ? await answer(all, visit, found)
                    : context.GetRouteValue("reference") is string reference
                        ? ProblemPages.NoSuchCase(reference, visit.Desk)
                    : ProblemPages.NoSuchPage();
            }
        );

    private static string Value(Visit visit, string name) => (string)visit.Context.GetRouteValue(name)!;
}
