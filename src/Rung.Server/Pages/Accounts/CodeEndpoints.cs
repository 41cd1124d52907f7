using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Audit;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Accounts;

/// <summary>Setting up one's own one-time code.</summary>
internal static class CodeEndpoints
{
    public const string Begin = $"{Addresses.Account}/code";
    public const string Remove = $"{Addresses.Account}/remove-code";
    private const string Confirm = $"{Addresses.Account}/code/confirm";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost(Begin, Ask);
        pages.MapPost(Confirm, SetUp);
        pages.MapPost(Remove, TakeAway);
    }

    private static async Task<IResult> Ask(HttpContext context, CodeKeys keys)
    {
        await context.Request.ReadFormAsync();
        AuditTrail.ChangedNothing(context);
        return Page(View(context, keys, keys.New()));
    }

    private static async Task<IResult> SetUp(HttpContext context, CodeKeys keys, CodeDesk codes)
    {
        var form = await FormValues.Of(context);
        var (kept, account) = (form.Text("key"), SignedIn.SessionOf(context).Account);
        var given = new NewCode(kept, form.Text(NewCode.CodeField), EntryEndpoints.Raw(context, NewCode.PasswordField));
        if (keys.Open(kept) is null || account.CodeKey is not null)
        {
            return SeeOther.To(Addresses.Account);
        }
        return await codes.SetUp(context, account, given) switch
        {
            CodeSetUp.Done done => new RazorComponentResult<RecoveryPage>(
                new { View = new RecoveryView(AccountAround.Of(context), done.Recovery) }
            ),
            CodeSetUp.Refused refused => Again(View(context, keys, kept), refused),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    private static RazorComponentResult<CodePage> Again(CodeView view, CodeSetUp.Refused refused) =>
        Page(
            view with
            {
                Form = view.Form.With([(refused.Field, refused.Fault)]),
            },
            StatusCodes.Status422UnprocessableEntity
        );

    private static async Task<IResult> TakeAway(HttpContext context, CodeDesk codes, OwnAccount own)
    {
        await context.Request.ReadFormAsync();
        var account = SignedIn.SessionOf(context).Account;
        var fault = await codes.Remove(context, account, EntryEndpoints.Raw(context, "sure"));
        return fault is null
            ? SeeOther.To(Addresses.Account, "You sign in without a one-time code now")
            : OwnAccountEndpoints.Page(await own.View(context, [("sure", fault)]));
    }

    private static CodeView View(HttpContext context, CodeKeys keys, string kept)
    {
        var key = keys.Open(kept)!;
        var address = OneTimeCode.Address(key, SignedIn.SessionOf(context).Account.Email);
        return new CodeView(
            AccountAround.Of(context),
            Base32.InGroups(Base32.Of(key)),
            address,
            QrPicture.Of(address),
            new AccountFormView(
                Confirm,
                "Ask me for it from now on",
                [
                    new(NewCode.CodeField, "The code that it shows now") { Autocomplete = "one-time-code" },
                    new(NewCode.PasswordField, "Password now", FieldType.Password)
                    {
                        Autocomplete = "current-password",
                    },
                    new("key", "", FieldType.Hidden) { Value = kept },
                ]
            )
            {
                Look = "primary",
            }
        );
    }

    private static RazorComponentResult<CodePage> Page(CodeView view, int status = StatusCodes.Status200OK) =>
        new(new { View = view }) { StatusCode = status };
}
