namespace Rung.Server.Pages.Hosting;

/// <summary>After a form is done: on to a page that can be loaded again without sending the form again.</summary>
internal static class SeeOther
{
    public static IResult To(string address) => new Answer(address, null);

    /// <param name="notice">Said once at the top of that page.</param>
    public static IResult To(string address, string notice) => new Answer(address, notice);

    private sealed class Answer(string address, string? notice) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (notice is not null)
            {
                NoticeCookie.Write(httpContext, notice);
            }
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
