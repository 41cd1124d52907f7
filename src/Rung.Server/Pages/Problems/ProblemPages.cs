using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Pages.Problems;

/// <summary>Pages for what no page answered.</summary>
internal static class ProblemPages
{
    public static void UseProblemPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Answer });
        app.UseStatusCodePages(context => OfStatus(context.HttpContext).ExecuteAsync(context.HttpContext));
    }

    public static RazorComponentResult<ProblemPage> NoSuchPage() =>
        Page(
            new ProblemView(
                404,
                "There is no such page",
                "The address may be mistyped, or the page is gone. The queue has every case."
            )
        );

    public static RazorComponentResult<ProblemPage> NoSuchCase(string reference, string desk) =>
        Page(
            new ProblemView(
                404,
                "There is no such case",
                $"No case of this desk has the reference {reference}. Its last character guards the others: ask for it again."
            )
            {
                Code = "case-not-found",
                BackHref = Addresses.Queue(desk),
            }
        );

    public static RazorComponentResult<ProblemPage> FormTooOld(HttpContext context) =>
        Page(
            new ProblemView(
                400,
                "This form cannot be sent any more",
                "It was opened in another session or too long ago. Go back, open the page anew and send it again; what was typed is still in the form."
            )
            {
                BackLabel = "Open the page anew",
                BackHref = Addresses.Local(context.Request.Headers.Referer.ToString(), context),
            }
        );

    /// <summary>What was sent is more than can be taken at once: nothing of it was read.</summary>
    public static RazorComponentResult<ProblemPage> TooLarge(HttpContext context) =>
        Page(
            new ProblemView(
                413,
                "The files are too large together",
                "Nothing was sent. Files may have up to 10 MB each, and 25 MB together: go back, leave some out or make them smaller, and send it again; what was typed is still in the form."
            )
            {
                BackLabel = "Back to the form",
                BackHref = Addresses.Local(context.Request.Headers.Referer.ToString(), context),
            }
        );

    public static RazorComponentResult<ProblemPage> Page(ProblemView view) =>
        new(new { View = view }) { StatusCode = view.Status };

    private static Task Answer(HttpContext context) =>
        Page(Of(context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error)).ExecuteAsync(context);

    private static ProblemView Of(Exception failure) =>
        failure switch
        {
            StorageException => new(
                503,
                "The database cannot be used just now",
                "Nothing was done; try again in a moment. The server's log says what is wrong."
            )
            {
                Code = "storage-failed",
            },
            CorruptCaseException corrupt => new(
                500,
                "This case cannot be read",
                $"Event {corrupt.Sequence} of it is damaged. Other cases are not concerned; restore it from a backup."
            )
            {
                Code = "case-unreadable",
            },
            BadHttpRequestException bad => new(
                bad.StatusCode,
                "The request cannot be understood",
                "Go back and send it again."
            ),
            _ => new(
                500,
                "This is a bug in Rung",
                "Nothing was done as far as is known. The server's log says what went wrong."
            )
            {
                Code = "bug",
            },
        };

    private static RazorComponentResult<ProblemPage> OfStatus(HttpContext context) =>
        context.Response.StatusCode == 404
            ? NoSuchPage()
            : Page(
                new(context.Response.StatusCode, "This cannot be done here", "Go back to the page and use its buttons.")
            );
}
