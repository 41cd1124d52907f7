using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Limits;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Accounts;

/// <summary>The first run, signing in and signing out.</summary>
internal static class EntryEndpoints
{
    private const string NoSuchPair =
        "That address and password do not belong together. Capital letters count in a password.";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.FirstRun, AskFirst);
        var entries = pages.MapGroup("").WithMetadata(Limit.Entry);
        entries.MapPost(Addresses.FirstRun, SendFirst);
        pages.MapGet("/sign-in", Ask);
        entries.MapPost("/sign-in", Send);
        entries.MapPost("/sign-in/code", SendCode);
        PasskeyEndpoints.MapOpen(entries);
        ForgottenEndpoints.Map(pages);
        IssuerEndpoints.Map(pages);
        pages.MapPost("/sign-out", Leave);
        entries.MapGet($"{Invitation.Path}/{{secret}}", AskPassword);
        entries.MapPost($"{Invitation.Path}/{{secret}}", SendPassword);
    }

    public static RazorComponentResult<EntryPage> Page(EntryView view, int status = StatusCodes.Status200OK) =>
        new(new { View = view }) { StatusCode = status };

    private static async Task<IResult> Ask(HttpContext context, FirstRun first)
    {
        var next = Addresses.Local(context.Request.Query["return"]);
        return SignedIn.Of(context) is not null ? Results.Redirect(next)
            : await first.IsOpen() ? Results.Redirect(Addresses.FirstRun)
            : Page(await EntryForms.SignIn(context, next));
    }

    private static async Task<IResult> Send(HttpContext context, EntryDesk entry)
    {
        var form = await FormValues.Of(context);
        var next = Addresses.Local(form.Text("return"));
        var email = form.Text("email");
        var answer = await entry.SignIn(context, email, Raw(context, "password"));
        return Answer(answer, next, await EntryForms.SignIn(context, next, email), context);
    }

    private static async Task<IResult> SendCode(HttpContext context, EntryDesk entry)
    {
        var form = await FormValues.Of(context);
        var next = Addresses.Local(form.Text("return"));
        var answer = await entry.SignInByCode(context, form.Text("half-way"), form.Text("code"));
        return answer is EntryAnswer.NeedsCode again
            ? Refused(EntryForms.Code(context, next, again.HalfWay), [("code", EntryForms.NoSuchCode)])
            : Answer(answer, next, await EntryForms.SignIn(context, next), context);
    }

    /// <param name="again">The form, to be filled in once more, with what is said where nobody is let in; null: that of passwords.</param>
    public static IResult Answer(EntryAnswer answer, string next, EntryView again, HttpContext context) =>
        answer switch
        {
            EntryAnswer.Done => SeeOther.To(next),
            EntryAnswer.NeedsCode half => Page(EntryForms.Code(context, next, half.HalfWay)),
            EntryAnswer.TooMany => TooMany(context, again),
            _ => Page(again with { Wrong = again.Wrong ?? NoSuchPair }, StatusCodes.Status422UnprocessableEntity),
        };

    private static RazorComponentResult<EntryPage> TooMany(HttpContext context, EntryView again)
    {
        FailedEntries.SayWhen(context);
        var wrong =
            $"It failed too often from where you are. Wait {FailedEntries.Minutes} minutes, or sign in from another place.";
        return Page(again with { Wrong = wrong }, StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> Leave(HttpContext context, EntryDesk entry)
    {
        await entry.SignOut(context);
        return IssuerEndpoints.Left(context, Addresses.SignIn("/"));
    }

    private static async Task<IResult> AskPassword(HttpContext context, string secret, Invitation invitation) =>
        await invitation.Find(secret) is { } account ? Page(EntryForms.Invitation(context, account)) : NoSuchLink();

    private static async Task<IResult> SendPassword(
        HttpContext context,
        string secret,
        Invitation invitation,
        EntryDesk entry
    )
    {
        await context.Request.ReadFormAsync();
        if (await invitation.Find(secret) is not { } account)
        {
            return NoSuchLink();
        }
        var password = Raw(context, "password");
        if (PasswordRule.Fault(password, account.Email, account.Name) is { } fault)
        {
            return Refused(EntryForms.Invitation(context, account), [("password", fault)]);
        }
        if (await invitation.Accept(secret, account, password) is not { } accepted)
        {
            return NoSuchLink();
        }
        return accepted.CodeKey is null
            ? await Begin(context, entry, accepted)
            : SeeOther.To(Addresses.SignIn("/"), "Your password is set. Sign in with it and your one-time code");
    }

    private static async Task<IResult> Begin(HttpContext context, EntryDesk entry, Account account)
    {
        await entry.Begin(context, account);
        return SeeOther.To("/", $"Welcome, {account.Name}");
    }

    private static RazorComponentResult<ProblemPage> NoSuchLink() =>
        ProblemPages.Page(
            new ProblemView(
                404,
                "This link leads nowhere any more",
                "It was used, or is older than three days, or there is a newer one. Ask an administrator of this desk for another."
            )
            {
                BackLabel = "Sign in",
                BackHref = Addresses.SignIn("/"),
            }
        );

    private static async Task<IResult> AskFirst(HttpContext context, FirstRun first) =>
        await first.IsAwaited()
            ? Page(EntryForms.FirstRun(context, FormValues.None, await first.IsOpen()))
            : Results.Redirect(Addresses.SignIn("/"));

    private static async Task<IResult> SendFirst(
        HttpContext context,
        FirstRun first,
        EntryDesk entry,
        FailedEntries failures
    )
    {
        var form = await FormValues.Of(context);
        var person = new Person(form.Text("name"), form.Text("email"));
        var password = Raw(context, "password");
        var again = EntryForms.FirstRun(context, form, await first.IsOpen());
        (string, string?)[] faults =
        [
            ("token", form.Text("token").Length == 0 ? "Give the token that rung serve printed." : null),
            .. EntryForms.Faults(person),
            ("password", PasswordRule.Fault(password, person.Email, person.Name)),
        ];
        if (faults.Any(one => one.Item2 is not null))
        {
            return Refused(again, faults);
        }
        if (await failures.Begin(context, who: null) is not { } attempt)
        {
            return TooMany(context, again);
        }
        var (entered, account) = await first.Make(form.Text("token"), person, password);
        switch (entered)
        {
            case LinkUse.LinkVoid:
                return Refused(again, [("token", EntryForms.NoSuchToken)]);
            case LinkUse.Taken:
                await failures.DidNotFail(attempt);
                return Refused(again, [("email", "Another account has this address or this name.")]);
            default:
                await failures.Succeeded(attempt);
                await entry.Begin(context, account);
                return SeeOther.To(Addresses.Setup, $"Welcome, {account.Name}. You administer this installation");
        }
    }

    public static RazorComponentResult<EntryPage> Refused(
        EntryView view,
        IReadOnlyList<(string Field, string? Fault)> faults
    ) => Page(view with { Form = view.Form.With(faults) }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>A password as it was typed: its spaces belong to it.</summary>
    public static string Raw(HttpContext context, string name) => context.Request.Form[name].ToString();
}
