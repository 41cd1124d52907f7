using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using Rung.Core.Cases;
using Rung.Mail.Outbound;
using Rung.Server.Commands.Report;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Browser.Tests.Running;

/// <summary>
/// An acceptance story told by the running product: its own clock stands where the story is, somebody of the desk works on its
/// pages by keyboard, its workers do what falls due, and the mails are read as they leave.
/// </summary>
internal sealed class Telling(RunningDesk desk, IPage page, string at)
{
    public Keys Keys { get; } = new(page);

    /// <summary>Reads what is so, and does what a customer will do in the portal.</summary>
    public Caller Agent { get; init; } = new(desk, at: at);

    private RungDatabase Database => desk.Services.GetRequiredService<RungDatabase>();

    /// <summary>The clock is moved, and a page of the desk is opened then; where it leads on, where that is.</summary>
    public async Task At(string now, string path)
    {
        desk.AdvanceTo(now);
        if (path.StartsWith("cases/", StringComparison.Ordinal))
        {
            await Settles(path["cases/".Length..].Split('?')[0]);
        }
        await page.GotoAsync($"/{at}/{path}");
        await page.WaitForSelectorAsync("html.keys");
    }

    /// <summary>Somebody else sits at the keys from now on.</summary>
    public Task As(string role, string name) =>
        page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = "rung-acting",
                Value = Uri.EscapeDataString($"{role}|{name}"),
                Url = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            },
        ]);

    /// <summary>Fills in the window of an action that is open, and sends it by key.</summary>
    public async Task Send(string action, string then, params (string Field, string Text)[] fields)
    {
        await page.WaitForSelectorAsync($"#do-{action}[open]");
        foreach (var (field, text) in fields)
        {
            await page.FocusAsync($"#f-{action}-{field}");
            await page.Keyboard.PressAsync("Control+a");
            await Keys.Type(text);
        }
        await Keys.Do("Control+Enter", then);
    }

    public async Task<JsonNode> Case(string reference) => (await Agent.Case(reference)).Expect(200).Body!;

    public async Task<JsonNode> Clock(string reference, string target = "resolve") =>
        (await Agent.Case(reference)).Expect(200).Clock(target);

    // Whoever looks finds what has fallen due by then.
    private Task Settles(string reference) =>
        RunningDesk.Until(
            async () =>
                (await Case(reference))["dues"]!.AsArray().All(due => RunningDesk.At((string)due!["at"]!) > desk.Now),
            $"what is due on {reference} happens"
        );

    /// <summary>Waits until the workers have made an event of this sort.</summary>
    public Task Happens(string reference, string type, int times = 1) =>
        RunningDesk.Until(
            async () => (await Agent.Events(reference)).Count(one => (string?)one!["event"]!["type"] == type) == times,
            $"{times} times {type} on {reference}"
        );

    /// <summary>What `rung report month` prints of a month, at the story's time.</summary>
    public async Task<string> Report(YearMonth month)
    {
        var desks = desk.Services.GetRequiredService<DeskRegister>();
        Assert.True(desks.TryGet(at, out var guide));
        var report = await new MonthReports(Database, desks).Of(guide, month, desk.Now);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        new MonthTables(output, report, guide).Print();
        return output.ToString();
    }

    /// <summary>A mail of ours that is on no case, as it leaves.</summary>
    public async Task<OutgoingMail> MailOf(string rule)
    {
        var waiting = await Database.Outbox.Waiting(at, desk.Now, 100);
        var made = desk.Services.GetRequiredService<OutgoingMails>();
        return (await made.Make(Assert.Single(waiting, one => one.Message.Kind == rule))).Mail!;
    }

    /// <summary>The mails to the customer's people on a case, each as it leaves, in the order queued.</summary>
    public async Task<List<Leaving>> Mails(string reference)
    {
        Assert.True(CaseReference.TryParse(reference[..1], reference, out var parsed));
        var id = (await Database.Cases.Load(parsed.Value))!.Id;
        var made = desk.Services.GetRequiredService<OutgoingMails>();
        var leaving = new List<Leaving>();
        foreach (var queued in await Database.Outbox.OfCase(id))
        {
            if (queued is { State: MessageState.Queued, Message.MessageId: not null })
            {
                leaving.Add(new Leaving(queued.Message.Kind, (await made.Make(queued)).Mail!));
            }
        }
        return leaving;
    }

    /// <summary>All mails of a case are one thread: one subject, and each goes back to the first.</summary>
    public static void AreOneThread(IReadOnlyList<Leaving> mails)
    {
        Assert.Single(mails.Select(one => one.Mail.Subject).Distinct());
        var first = mails[0].Mail.References is [var earlier, ..] ? earlier : mails[0].Mail.MessageId;
        Assert.All(mails.Skip(1), one => Assert.Equal(first, one.Mail.References[0]));
    }
}

/// <param name="Rule">Id of the guide's notification rule.</param>
internal sealed record Leaving(string Rule, OutgoingMail Mail);
