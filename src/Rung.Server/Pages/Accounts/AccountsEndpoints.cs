using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Audit;
using Rung.Server.Desk;
using Rung.Server.Links;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Accounts;

/// <summary>What an administrator does to accounts.</summary>
internal static class AccountsEndpoints
{
    private const string LastOne =
        "Nobody else who can sign in administers this installation: give that role to somebody first.";

    private delegate Task<IResult> Change(HttpContext context, Account account, FormValues form);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Accounts, List);
        pages.MapPost(Addresses.Accounts, Invite);
        pages.MapGet($"{Addresses.Accounts}/{{id}}", Show);
        MapChange(pages, "grant", Grant);
        MapChange(pages, "withdraw", Withdraw);
        MapChange(pages, "link", NewLink);
        MapChange(pages, "end", EndSessions);
        MapChange(pages, "remove-code", RemoveCode);
        MapChange(pages, "unlink", Unlink);
        MapChange(pages, "disable", Disable);
        MapChange(pages, "enable", Enable);
    }

    public static RazorComponentResult<ShownOncePage> ShownOnce(ShownOnceView view) => new(new { View = view });

    private static void MapChange(IEndpointRouteBuilder pages, string verb, Change change) =>
        pages.MapPost(
            $"{Addresses.Accounts}/{{id}}/{verb}",
            async Task<IResult> (HttpContext context, string id, RungDatabase database) =>
            {
                if (await database.Accounts.Find(id) is not { } account)
                {
                    return GateAnswers.NoSuchPage();
                }
                AuditTrail.Detail(context, account.Name);
                return await change(context, account, await FormValues.Of(context));
            }
        );

    private static async Task<IResult> List(HttpContext context, AccountsReader reader) =>
        new RazorComponentResult<AccountsPage>(new { View = await reader.All(context, FormValues.None) });

    private static async Task<IResult> Show(HttpContext context, string id, AccountsReader reader) =>
        await reader.One(context, id) is { } view ? Page(view) : GateAnswers.NoSuchPage();

    private static async Task<IResult> Invite(HttpContext context, AccountsReader reader, DeskRegister desks)
    {
        var form = await FormValues.Of(context);
        var person = new Person(form.Text("name"), form.Text("email"));
        var right = RightField.Read(form, desks.Active);
        (string, string?)[] faults =
        [
            .. EntryForms.Faults(person),
            (RightField.Name, right is null ? "Choose a role." : null),
        ];
        var invited = faults.All(one => one.Item2 is null) ? await Accounts(context).Invite(person, [right!]) : null;
        if (invited is not null)
        {
            AuditTrail.Detail(context, $"{invited.Name}: {AccountRole.Words(right!, desks.Active)}");
            return await GiveLink(context, invited, form);
        }
        if (faults.All(one => one.Item2 is null))
        {
            faults =
            [
                (
                    "email",
                    "Somebody else has this address or this name, or one that looks the same: look through the accounts above."
                ),
            ];
        }
        var view = await reader.All(context, form);
        return new RazorComponentResult<AccountsPage>(new { View = view with { Invite = view.Invite.With(faults) } })
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static async Task<IResult> Grant(HttpContext context, Account account, FormValues form)
    {
        var desks = context.RequestServices.GetRequiredService<DeskRegister>().Active;
        if (RightField.Read(form, desks) is not { } right)
        {
            return await Refused(context, account, "Choose a role.");
        }
        Say(context, account, right);
        if (!await Accounts(context).Grant(account.Id, right))
        {
            AuditTrail.ChangedNothing(context);
        }
        return Done(account, $"{account.Name} is {AccountRole.Words(right, desks)} now");
    }

    private static async Task<IResult> Withdraw(HttpContext context, Account account, FormValues form)
    {
        var held = await context.RequestServices.GetRequiredService<RungDatabase>().Accounts.RightsOf(account.Id);
        if (held.FirstOrDefault(one => RightField.Value(one) == form.Text(RightField.Name)) is not { } right)
        {
            AuditTrail.ChangedNothing(context);
            return Done(account, "That role is taken away");
        }
        Say(context, account, right);
        return await Accounts(context).Withdraw(account.Id, right)
            ? Done(account, "That role is taken away")
            : await Refused(context, account, LastOne);
    }

    private static void Say(HttpContext context, Account account, Right right) =>
        AuditTrail.Detail(
            context,
            $"{account.Name}: {AccountRole.Words(right, context.RequestServices.GetRequiredService<DeskRegister>().Active)}"
        );

    private static Task<IResult> NewLink(HttpContext context, Account account, FormValues form) =>
        GiveLink(context, account, form);

    // By mail, unless there is no mail server or somebody wants to hand it over.
    private static async Task<IResult> GiveLink(HttpContext context, Account account, FormValues form)
    {
        if (!await LeavingMail.Leaves(context) || form.Text(AccountsReader.ByHand).Length > 0)
        {
            return ShowLink(context, account, await Accounts(context).NewLink(account));
        }
        await Accounts(context).SendLink(account);
        return Done(account, $"A link for {account.Name} is on its way to {account.Email}");
    }

    private static async Task<IResult> EndSessions(HttpContext context, Account account, FormValues form)
    {
        await Accounts(context).EndSessions(account.Id, "");
        return Done(account, $"{account.Name} is signed out everywhere");
    }

    private static async Task<IResult> RemoveCode(HttpContext context, Account account, FormValues form)
    {
        await Accounts(context).RemoveCode(account);
        return Done(account, $"{account.Name} signs in without a one-time code now");
    }

    private static async Task<IResult> Unlink(HttpContext context, Account account, FormValues form)
    {
        var database = context.RequestServices.GetRequiredService<RungDatabase>();
        await database.Identities.Remove(form.Text(AccountsReader.IssuerField), account.Id);
        await Accounts(context).EndSessions(account.Id, "");
        return Done(account, $"{account.Name} comes in there no more, unless with the same address");
    }

    private static async Task<IResult> Disable(HttpContext context, Account account, FormValues form) =>
        await Accounts(context).Disable(account)
            ? Done(account, $"{account.Name} cannot sign in any more")
            : await Refused(context, account, LastOne);

    private static async Task<IResult> Enable(HttpContext context, Account account, FormValues form)
    {
        await Accounts(context).Enable(account);
        return Done(account, $"{account.Name} can sign in again");
    }

    private static RazorComponentResult<ShownOncePage> ShowLink(HttpContext context, Account account, string secret)
    {
        var address = context.RequestServices.GetRequiredService<LinkAddress>().Of($"{Invitation.Path}/{secret}");
        return ShownOnce(
            new ShownOnceView(
                AccountAround.Of(context),
                $"A link for {account.Name}",
                $"Give it to {account.Name} and to nobody else: whoever opens it chooses the password. It works once, for three days, and is not shown again.",
                address.ToString()
            )
            {
                BackLabel = $"To the account of {account.Name}",
                BackHref = Addresses.OneAccount(account.Id),
            }
        );
    }

    private static AccountDesk Accounts(HttpContext context) =>
        context.RequestServices.GetRequiredService<AccountDesk>();

    private static IResult Done(Account account, string notice) =>
        SeeOther.To(Addresses.OneAccount(account.Id), notice);

    private static async Task<IResult> Refused(HttpContext context, Account account, string why)
    {
        var reader = context.RequestServices.GetRequiredService<AccountsReader>();
        return Page((await reader.One(context, account.Id))! with { Errors = [new ErrorView(why)] });
    }

    private static RazorComponentResult<OneAccountPage> Page(OneAccountView view) =>
        new(new { View = view })
        {
            StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
