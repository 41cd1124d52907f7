using Rung.Server.Accounts;
using Rung.Server.Limits;
using Rung.Server.Links;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Accounts;

/// <summary>Somebody of the desk has forgotten their password: a link goes to their address, and every address is told the same (S55).</summary>
internal static class ForgottenEndpoints
{
    public const string Path = "/sign-in/forgotten";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Ask);
        pages.MapPost(Path, Send).WithMetadata(Limit.Links);
    }

    private static async Task<IResult> Ask(HttpContext context, LeavingMail mails) =>
        await mails.Leaves() ? EntryEndpoints.Page(Form(context)) : GateAnswers.NoSuchPage();

    private static async Task<IResult> Send(HttpContext context, AccountDesk accounts, LinkRequests requests)
    {
        if (!await LeavingMail.Leaves(context))
        {
            return GateAnswers.NoSuchPage();
        }
        var email = (await FormValues.Of(context)).Text("email");
        if (new Person("", email).EmailFault is { } fault)
        {
            return EntryEndpoints.Refused(Form(context, email), [("email", fault)]);
        }
        requests.Add(() => accounts.SendForgotten(email));
        return SeeOther.To(
            Addresses.SignIn("/"),
            "If that address has an account here, a mail with a link is on its way to it; it works once, within an hour"
        );
    }

    private static EntryView Form(HttpContext context, string email = "") =>
        new(
            AccountAround.Of(context),
            "Password forgotten",
            new AccountFormView(
                Path,
                "Send me a link",
                [new("email", "E-mail address", FieldType.Email) { Value = email, Autocomplete = "username" }]
            )
            {
                Look = "primary",
                Says =
                [
                    "We send a mail with a link to your address, by which you choose another password. A one-time code that you have set up is still asked for.",
                ],
            }
        )
        {
            More = ("Sign in", Addresses.SignIn("/")),
        };
}
