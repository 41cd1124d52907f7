using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Audit;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Accounts;

/// <summary>Tokens for programs: made, shown once, revoked.</summary>
internal static class TokenEndpoints
{
    private const int LongestName = 100;
    private const int LongestDays = 365;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Tokens, List);
        pages.MapPost(Addresses.Tokens, Make);
        pages.MapPost($"{Addresses.Tokens}/{{id}}/revoke", Revoke);
    }

    private static async Task<IResult> List(HttpContext context, AccountsReader reader) =>
        new RazorComponentResult<TokensPage>(new { View = await reader.Tokens(context, FormValues.None) });

    private static async Task<IResult> Make(
        HttpContext context,
        AccountDesk accounts,
        AccountsReader reader,
        DeskRegister desks
    )
    {
        var form = await FormValues.Of(context);
        var (name, right, days) = (form.Text("name"), RightField.Read(form, desks.Active), form.Number("days"));
        (string, string?)[] faults =
        [
            ("name", NameFault(name)),
            (RightField.Name, right is null or { Role: AccountRole.Administrator } ? "Choose a role." : null),
            ("days", days is >= 1 and <= LongestDays ? null : "Choose for how long."),
        ];
        var how = (SignedIn.Of(context)!.Name, Duration.FromDays(days ?? 1));
        var secret = faults.All(one => one.Item2 is null) ? await accounts.MakeToken(name, right!, how) : null;
        if (secret is null)
        {
            if (faults.All(one => one.Item2 is null))
            {
                faults =
                [
                    ("name", "Another token that is good has this name: the timeline could not tell them apart."),
                ];
            }
            var view = await reader.Tokens(context, form);
            return new RazorComponentResult<TokensPage>(new { View = view with { Make = view.Make.With(faults) } })
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }
        AuditTrail.Detail(context, $"{name}: {AccountRole.Words(right!, desks.Active)}");
        return Show(context, name, secret);
    }

    private static async Task<IResult> Revoke(HttpContext context, string id, AccountDesk accounts)
    {
        await accounts.RevokeToken(id);
        return SeeOther.To(Addresses.Tokens, "That token is good for nothing any more");
    }

    private static string? NameFault(string name) =>
        name.Length == 0 ? "Say which program it is for."
        : OneLine.Fault(name, LongestName) is { } fault ? $"The name {fault}"
        : null;

    private static RazorComponentResult<ShownOncePage> Show(HttpContext context, string name, string secret) =>
        AccountsEndpoints.ShownOnce(
            new ShownOnceView(
                AccountAround.Of(context),
                $"A token for {name}",
                "Put it where the program reads its secrets; it sends it as Authorization: Bearer with each call. It is not shown again.",
                secret
            )
            {
                BackLabel = "To the tokens",
                BackHref = Addresses.Tokens,
            }
        );
}
