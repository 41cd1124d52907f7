using System.Globalization;
using NodaTime;
using Rung.Server.Accounts;
using Rung.Server.Api.Problems;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Limits;

/// <summary>What whoever has to wait is told: how long, as a problem for programs, as a page for people.</summary>
internal static class TooOften
{
    public static IResult Answer(HttpContext context, Duration wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var says = $"Too much was asked for at once. Wait {Words(seconds)}, then ask again.";
        return GateAnswers.IsForPrograms(context)
            ? Refusing.Because(ProblemKind.TooOften, says)
            : ProblemPages.Page(
                new ProblemView(
                    429,
                    "Please wait a little",
                    $"{says} Nothing was done; what was typed into a form is still there when you go back."
                )
                {
                    BackLabel = "Try again",
                    BackHref = Addresses.Local(
                        HttpMethods.IsGet(context.Request.Method)
                            ? context.Request.Path + context.Request.QueryString
                            : context.Request.Headers.Referer.ToString(),
                        context
                    ),
                }
            );
    }

    private static string Words(int seconds) => seconds == 1 ? "a second" : $"{seconds} seconds";
}
