using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Mail.Outbound;
using Rung.Server.Accounts;
using Rung.Server.Audit;
using Rung.Server.Commands.Doctor;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Setup;

/// <summary>The first hour of an operator: what is to do, in order, with a test of each part.</summary>
internal static class SetupEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Setup, Show);
        pages.MapPost(SetupGuides.OfGuide, TakeGuide);
        pages.MapGet($"{SetupGuides.OfGuide}/{{name}}.yaml", Text);
        pages.MapPost($"{SetupGuides.OfGuide}/only", RunByOnly);
        pages.MapPost($"{Addresses.Setup}/mail-out", TestOut);
        pages.MapPost($"{Addresses.Setup}/mail-in", TestIn);
        pages.MapPost($"{Addresses.Setup}/trial", AddTrial);
    }

    private static async Task<IResult> Show(HttpContext context, SetupReader reader) =>
        Page(await reader.Read(context));

    private static async Task<IResult> TakeGuide(HttpContext context, SetupReader reader, GuideTaking taking)
    {
        var form = await context.Request.ReadFormAsync();
        return await Answer(context, reader, await taking.Take(form.Files.GetFile("guide")));
    }

    private static async Task<IResult> RunByOnly(HttpContext context, SetupReader reader, GuideTaking taking) =>
        await Answer(
            context,
            reader,
            await taking.TakeShipped((await FormValues.Of(context)).Text(SetupGuides.OnlyField))
        );

    private static IResult Text(string name) =>
        GuideTaking.ShippedText(name) is { } file
            ? Results.File(file, "application/yaml", $"{name}.yaml")
            : GateAnswers.NoSuchPage();

    private static async Task<IResult> Answer(HttpContext context, SetupReader reader, TakenGuide taken)
    {
        if (taken.Name is { } name)
        {
            AuditTrail.Detail(context, name);
            return SeeOther.To(
                $"{Addresses.Setup}#guide",
                $"{name} is kept. It takes part from the next start of Rung on"
            );
        }
        return await Refused(context, reader, [.. taken.Problems.Select(one => new ErrorView(one, "f-guide"))]);
    }

    private static async Task<IResult> TestOut(
        HttpContext context,
        SetupReader reader,
        RungOptions options,
        DeskRegister desks
    )
    {
        var form = await FormValues.Of(context);
        var from = MailPlace.Of(desks.Active)[0].Address;
        if (!NamedAddress.TryParse(null, form.Text("to"), out var to))
        {
            return await Refused(context, reader, [new ErrorView("Give an address that mail can be sent to.", "f-to")]);
        }
        if (options.Smtp is not { } server || !NamedAddress.TryParse(null, from, out var sender))
        {
            return await Refused(context, reader, [new ErrorView("No mail server is set.", "mail-out")]);
        }
        AuditTrail.Detail(context, to.Address);
        var tested = await TestMail.Send(server, sender, to, context.RequestAborted);
        return tested.Trouble is { } trouble
            ? await Refused(context, reader, [new ErrorView($"{server}: {trouble}", "mail-out")])
            : SeeOther.To($"{Addresses.Setup}#mail-out", InOneLine(tested.Words));
    }

    private static async Task<IResult> TestIn(HttpContext context, SetupReader reader, RungOptions options)
    {
        List<ErrorView> troubles = [];
        foreach (var mailbox in options.Mailboxes)
        {
            var finding = await MailCheck.In(mailbox, context.RequestAborted);
            if (finding.Grade != Grade.Good)
            {
                troubles.Add(new ErrorView($"{finding.Words}.", "mail-in"));
            }
        }
        return troubles.Count > 0
            ? await Refused(context, reader, troubles)
            : SeeOther.To($"{Addresses.Setup}#mail-in", "Every mailbox lets us in");
    }

    private static async Task<IResult> AddTrial(HttpContext context, SetupReader reader, TrialCustomer trial)
    {
        var desk = (await FormValues.Of(context)).Text("desk");
        var account = SignedIn.SessionOf(context).Account;
        return await trial.Add(desk, account.Name, account.Email) is { } fault
            ? await Refused(context, reader, [new ErrorView(fault, "sample")])
            : SeeOther.To($"{Addresses.Setup}#sample", "The trial customer is on file, with you as its contact");
    }

    private static async Task<IResult> Refused(
        HttpContext context,
        SetupReader reader,
        IReadOnlyList<ErrorView> errors
    ) => Page(await reader.Read(context) with { Errors = errors });

    private static RazorComponentResult<SetupPage> Page(SetupView view) =>
        new(new { View = view })
        {
            StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    // What the server answered may end with a full stop, or not.
    private static string InOneLine(string words) =>
        string.Join(". ", words.Split('\n').Select(line => line.TrimEnd('.', '\r')));
}
