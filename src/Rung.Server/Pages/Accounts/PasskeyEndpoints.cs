using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Audit;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Accounts;

/// <summary>Passkeys: made and taken away on one's own page, and signed in with.</summary>
internal static class PasskeyEndpoints
{
    public const string SignIn = "/sign-in/passkey";
    public const string Add = $"{Addresses.Account}/passkeys";
    private const int LongestName = 100;
    private const string NoSuchPasskey =
        "This passkey lets nobody in here, or it took too long. Try again, or sign in by password.";

    public static void MapOpen(IEndpointRouteBuilder pages)
    {
        pages.MapPost($"{SignIn}/options", Ask);
        pages.MapPost(SignIn, Enter);
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost($"{Add}/options", AskNew);
        pages.MapPost(Add, AddOne);
        pages.MapPost($"{Add}/{{id}}/remove", Remove);
    }

    private static async Task<IResult> Ask(HttpContext context, PasskeyDesk passkeys)
    {
        AuditTrail.ChangedNothing(context);
        return Results.Text(await passkeys.Ask(context), "application/json");
    }

    private static async Task<IResult> Enter(HttpContext context, PasskeyDesk passkeys)
    {
        var form = await FormValues.Of(context);
        var next = Addresses.Local(form.Text("return"));
        var answer = await passkeys.SignIn(context, form.Text("credential"));
        return EntryEndpoints.Answer(
            answer,
            next,
            await EntryForms.SignIn(context, next) with
            {
                Wrong = NoSuchPasskey,
            },
            context
        );
    }

    private static async Task<IResult> AskNew(HttpContext context, PasskeyDesk passkeys)
    {
        AuditTrail.ChangedNothing(context);
        return Results.Text(await passkeys.AskNew(context, SignedIn.SessionOf(context).Account), "application/json");
    }

    private static async Task<IResult> AddOne(HttpContext context, PasskeyDesk passkeys, OwnAccount own)
    {
        var form = await FormValues.Of(context);
        var (name, account) = (form.Text("name"), SignedIn.SessionOf(context).Account);
        var faults = NameFault(name) is { } fault
            ? [("name", fault)]
            : await passkeys.Add(
                context,
                account,
                new(name, form.Text("credential"), EntryEndpoints.Raw(context, NewPasskey.PasswordField))
            );
        return faults.Count == 0
            ? SeeOther.To(Addresses.Account, $"You can sign in with the passkey {name} now")
            : OwnAccountEndpoints.Page(await own.View(context, faults));
    }

    private static string? NameFault(string name) =>
        name.Length == 0 ? "Say which device it is on."
        : OneLine.Fault(name, LongestName) is { } wrong ? $"The name {wrong}"
        : null;

    private static async Task<IResult> Remove(HttpContext context, string id, PasskeyDesk passkeys)
    {
        await passkeys.Remove(id, SignedIn.SessionOf(context).Account);
        return SeeOther.To(Addresses.Account, "That passkey lets nobody in any more");
    }
}
