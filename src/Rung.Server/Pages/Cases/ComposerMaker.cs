using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage.Drafts;

namespace Rung.Server.Pages.Cases;

/// <summary>The two forms to write in. A note has no recipients, here and in the core.</summary>
internal static class ComposerMaker
{
    public static ComposerView Of(CaseSnapshot found, CaseAround around, string desk, Sent? sent)
    {
        var here = Addresses.Case(desk, found.State.Reference.Text);
        return new ComposerView(
            found.State.IsClosed ? null : Reply(found, around.Reply, here, sent) with { Belonging = around.Belonging },
            Note(found, around.Note, here, sent)
        );
    }

    private static ReplyView Reply(CaseSnapshot found, Draft? draft, string here, Sent? sent)
    {
        var reporter = found.State.Logged.Reporter;
        var typed = Typed("reply", sent, draft);
        var (to, channel) = reporter.Email is { } email
            ? ($"{reporter.ContactName} <{email}>", "by e-mail")
            : ($"{reporter.ContactName}, {reporter.Phone ?? "no address is known: ring them"}", "by telephone");
        return new ReplyView($"{here}/reply", [to], channel)
        {
            PreviewAction = $"{here}/{PreviewMaker.Action}",
            Preview = sent?.Action == "reply" ? sent.Preview : null,
            Text = typed ?? "",
            Open = typed is not null,
            Error = Error("reply", sent),
            Warning = Warning(found),
            AsksTold = IsRung(found),
            Told = sent?.Action == "reply" && sent.Form.Text("told").Length > 0,
            Draft = DraftKeys.About(found.State.Reference, "reply"),
            DraftState = State(found, draft, typed),
        };
    }

    private static NoteView Note(CaseSnapshot found, Draft? draft, string here, Sent? sent)
    {
        var typed = Typed("note", sent, draft);
        return new NoteView($"{here}/note")
        {
            Text = typed ?? "",
            Open = typed is not null,
            Error = Error("note", sent),
            Draft = DraftKeys.About(found.State.Reference, "note"),
            DraftState = State(found, draft, typed),
        };
    }

    private static string? Typed(string form, Sent? sent, Draft? draft) =>
        sent?.Action == form ? sent.Form.Text("text") : draft?.Body;

    // Only an empty message is the field's own fault; the page says the rest.
    private static string? Error(string form, Sent? sent) =>
        sent?.Action == form && sent.Form.Text("text").Length == 0 ? sent.Errors[0].Sentence : null;

    private static string? State(CaseSnapshot found, Draft? draft, string? typed) =>
        draft is not null && typed == draft.Body
            ? $"unsent draft of {MomentWords.Near(draft.SavedAt, found.Now, found.Guide.DeskCalendar.Zone)}"
            : null;

    // ESS-51: what is down may be the very way by which we write.
    private static string? Warning(CaseSnapshot found)
    {
        var state = found.State;
        var isDown = CaseFacts.Of(found.Guide, state, found.Now).DownChannels.Contains(Channel.Email);
        if (!IsRung(found) && (!isDown || state.IsResolved))
        {
            return null;
        }
        var ring = state.Logged.Reporter.Phone is { } phone ? $"Ring {phone} as well" : "Ring them as well";
        var owed = IsRung(found) ? "; until then the call is owed." : ".";
        return $"An e-mail may not arrive: it may be what failed. {ring}{owed}";
    }

    private static bool IsRung(CaseSnapshot found) =>
        CaseFacts.Of(found.Guide, found.State, found.Now).Calls is not null
        && found.State.Logged.Reporter.Email is not null;
}
