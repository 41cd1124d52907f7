using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Api.Problems;

/// <summary>Problems for what no endpoint answered: unknown paths, wrong methods, exceptions.</summary>
internal static class ProblemResponses
{
    /// <summary>Whatever goes wrong below becomes a problem; what is a bug is logged with the request's trace id.</summary>
    public static void UseProblemResponses(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandler = Answer, SuppressDiagnosticsCallback = IsExpected }
        );
        app.UseStatusCodePages(context => OfStatus(context.HttpContext).ExecuteAsync(context.HttpContext));
    }

    private static Task Answer(HttpContext context) =>
        Of(context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error).ExecuteAsync(context);

    private static ProblemAnswer Of(Exception failure) =>
        failure switch
        {
            BadHttpRequestException { StatusCode: 413 } => Refusing.Because(ProblemKind.TooLarge, failure.Message),
            BadHttpRequestException => Refusing.Because(ProblemKind.MalformedRequest, failure.Message),
            StorageException => Refusing.Because(
                ProblemKind.StorageFailed,
                "Nothing was done; try again in a moment. The server's log says what is wrong."
            ),
            CorruptCaseException corrupt => Refusing.Because(
                ProblemKind.CaseUnreadable,
                $"Event {corrupt.Sequence} of this case cannot be read. Other cases are not concerned; restore it from a backup."
            ),
            _ => Refusing.Because(ProblemKind.Bug, "Nothing was done as far as is known. Report it with the trace id."),
        };

    private static bool IsExpected(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.Exception is BadHttpRequestException;

    // A sentence stays one that a person reads, however long the path is.
    private static string Shown(PathString path)
    {
        const int Longest = 200;
        var text = $"{path}";
        return text.Length > Longest ? $"{text[..Longest]}…" : text;
    }

    private static ProblemAnswer OfStatus(HttpContext context)
    {
        var path = Shown(context.Request.Path);
        return context.Response.StatusCode switch
        {
            404 => Refusing.Because(
                ProblemKind.NoSuchPath,
                $"There is nothing at {path}: /openapi/v1.json lists what there is."
            ),
            405 => Refusing.Because(
                ProblemKind.WrongMethod,
                $"{context.Request.Method} does not work on {path}: use {context.Response.Headers.Allow}."
            ),
            415 => Refusing.Because(ProblemKind.NotJson, "Content-Type", "Send the body as application/json."),
            _ => Refusing.Because(ProblemKind.MalformedRequest, "The request cannot be understood."),
        };
    }
}
