using Rung.Core.Cases;

namespace Rung.Core.History.Drafting;

/// <summary>What the names of states, moments and impacts suggest, by whole words: "unresolved" is not "resolved".</summary>
internal static class StateGuess
{
    private static readonly string[] Denied = ["not", "no", "non", "never", "nicht", "un", "re"];
    private static readonly string[] Waits =
    [
        "wait",
        "waiting",
        "awaiting",
        "pending",
        "hold",
        "onhold",
        "suspended",
        "paused",
        "wartet",
        "warten",
        "wartend",
    ];
    private static readonly string[] Customers =
    [
        "customer",
        "client",
        "caller",
        "requester",
        "reporter",
        "user",
        "info",
        "information",
        "kunde",
        "kunden",
    ];
    private static readonly string[] Others =
    [
        "vendor",
        "supplier",
        "party",
        "partner",
        "implementation",
        "change",
        "approval",
        "parts",
        "lieferant",
        "lieferanten",
    ];

    // In order: the first of which a word is found decides.
    private static readonly (ImportedState State, string[] Words)[] States =
    [
        (ImportedState.Open, ["unassigned", "queued"]),
        (ImportedState.Cancelled, ["cancelled", "canceled", "withdrawn", "duplicate", "rejected", "storniert"]),
        (ImportedState.ResolvedOnFirstCall, ["in call", "first call", "first contact"]),
        (ImportedState.Closed, ["closed", "geschlossen"]),
        (
            ImportedState.Resolved,
            ["resolved", "solved", "completed", "complete", "fixed", "done", "gelöst", "erledigt"]
        ),
        (
            ImportedState.Assigned,
            [
                "assigned",
                "progress",
                "accepted",
                "active",
                "working",
                "taken",
                "responded",
                "response",
                "in bearbeitung",
                "übernommen",
            ]
        ),
        (
            ImportedState.Open,
            [
                "open",
                "opened",
                "new",
                "created",
                "logged",
                "registered",
                "reported",
                "submitted",
                "received",
                "start",
                "started",
                "reopened",
                "neu",
                "offen",
                "erfasst",
                "eröffnet",
            ]
        ),
    ];

    private static readonly string[][] Impacts =
    [
        ["critical", "major", "urgent", "blocker", "highest", "emergency", "kritisch"],
        ["high", "hoch"],
        ["medium", "normal", "moderate", "mittel"],
        ["low", "lowest", "minor", "niedrig", "gering"],
    ];

    /// <summary>Null: nothing in the words says it for sure enough.</summary>
    public static ImportedState? Of(string words)
    {
        var plain = Plain(words);
        if (Any(plain, Denied))
        {
            return null;
        }
        if (Any(plain, Waits))
        {
            return Waiting(plain);
        }
        foreach (var (state, found) in States)
        {
            if (Any(plain, found))
            {
                return state;
            }
        }
        return null;
    }

    /// <summary>1 for what matters most, to 4; null where the words do not say it. A word counts before a number.</summary>
    public static int? RankOf(string impact)
    {
        var plain = Plain(impact);
        if (Any(plain, Denied))
        {
            return null;
        }
        var rank = Array.FindIndex(Impacts, words => Any(plain, words));
        return rank >= 0 ? rank + 1 : Number(plain);
    }

    // "2", "P2", "Sev 2"; not "10" nor "1 to 3".
    private static int? Number(string plain)
    {
        var numbers = plain
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsAsciiDigit))
            .Select(word => word.TrimStart('p', 's', 'e', 'v', 'r', 'i', 'o'))
            .ToList();
        return numbers is [[>= '1' and <= '4']] ? numbers[0][0] - '0' : null;
    }

    private static ImportedState Waiting(string plain) =>
        Any(plain, ["assignment", "triage", "zuweisung"]) ? ImportedState.Open
        : Any(plain, Customers) ? ImportedState.OnHold
        : Any(plain, Others) || Any(plain, ["wait", "waiting", "awaiting"]) ? ImportedState.Waiting
        : ImportedState.OnHold;

    private static bool Any(string plain, string[] found) =>
        Array.Exists(found, word => plain.Contains($" {word} ", StringComparison.Ordinal));

    // Words in small letters with a space before and behind each.
    private static string Plain(string words) =>
        $" {string.Join(' ', new string([.. words.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
}
