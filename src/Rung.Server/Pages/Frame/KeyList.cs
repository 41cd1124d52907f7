namespace Rung.Server.Pages.Frame;

/// <summary>The keys of the product, for the sheet that <c>?</c> opens.</summary>
internal static class KeyList
{
    public static IReadOnlyList<(string Keys, string Does)> All { get; } =
    [
        ("?", "this sheet"),
        ("/", "search"),
        ("Ctrl+K", "go anywhere, do anything"),
        ("g q", "queue"),
        ("g b", "promise book: what is owed by when"),
        ("g e", "escalations that go on"),
        ("g k", "call-back board: who is to be telephoned when"),
        ("g m", "my cases"),
        ("g h", "cases on hold"),
        ("g i", "intake: mail to be logged"),
        ("g d", "mail that was not delivered"),
        ("g x", "mailboxes that cannot be read"),
        ("g w", "complaints: what went wrong for a customer"),
        ("g s", "customers: schools and other organisations, their sites and people"),
        ("g u", "guide in force"),
        ("c", "new call"),
        ("f", "filter the queue, or the promise book"),
        ("j k", "next, previous case, mail or promise"),
        ("Enter", "open the case; of a promise, the form that keeps it"),
        ("a", "assign to me"),
        ("r", "reply to the customer"),
        ("n", "note inside the desk"),
        ("h", "hold, or end the hold"),
        ("p", "priority"),
        ("m", "message: what the customer said"),
        ("s", "resolve, or answer the complaint"),
        ("w", "word for now: the holding reply to a complaint"),
        ("y", "yes, the customer confirms it"),
        ("t", "contact attempt"),
        ("d", "dialled: a call to the customer that was owed"),
        ("o", "reason for outage"),
        (".", "more actions"),
        ("l", "log the mail; link this caller to the known incident"),
        ("u", "log the mail on hold and ask for what is missing"),
        ("e", "enter the mail on a case"),
        ("v", "move the mail to another route"),
        ("x", "the mail is no case"),
        ("1…9", "choose the nth answer of a question"),
        ("Ctrl+Enter", "send, save, issue the reference"),
        ("Esc", "leave the field, close the window"),
    ];
}
