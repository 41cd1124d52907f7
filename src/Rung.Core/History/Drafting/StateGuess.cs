using Rung.Core.Cases;

namespace Rung.Core.History.Drafting;

/// <summary>What the names of states, moments and impacts suggest.</summary>
internal static class StateGuess
{
    // In order: the first whose word is found decides.
    private static readonly (ImportedState State, string[] Words)[] States =
    [
        (ImportedState.Open, ["awaiting assignment", "unassigned", "queued"]),
        (ImportedState.Cancelled, ["cancel", "withdrawn", "duplicate", "rejected"]),
        (ImportedState.ResolvedOnFirstCall, ["in call", "first call", "first contact"]),
        (
            ImportedState.OnHold,
            [
                "wait - user",
                "wait - customer",
                "customer",
                "caller",
                "requester",
                "for user",
                "for info",
                "pending user",
                "kunde",
            ]
        ),
        (
            ImportedState.Waiting,
            ["vendor", "supplier", "third party", "3rd party", "implementation", "for change", "lieferant", "wait"]
        ),
        (ImportedState.OnHold, ["hold", "pending", "suspend", "wartet"]),
        (ImportedState.Closed, ["closed", "geschlossen"]),
        (ImportedState.Resolved, ["resolved", "solved", "complete", "fixed", "done", "gelöst", "erledigt"]),
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
                "new",
                "created",
                "logged",
                "registered",
                "reported",
                "submitted",
                "received",
                "start",
                "neu",
                "offen",
                "erfasst",
                "eröffnet",
            ]
        ),
    ];

    private static readonly string[][] Impacts =
    [
        ["critical", "major", "urgent", "blocker", "highest", "emergency", "kritisch", "1"],
        ["high", "hoch", "2"],
        ["medium", "normal", "moderate", "mittel", "3"],
        ["low", "minor", "niedrig", "gering", "4"],
    ];

    /// <summary>Null: nothing in the words says it.</summary>
    public static ImportedState? Of(string words)
    {
        var plain = words.ToLowerInvariant();
        foreach (var (state, found) in States)
        {
            if (Array.Exists(found, word => plain.Contains(word, StringComparison.Ordinal)))
            {
                return state;
            }
        }
        return null;
    }

    /// <summary>1 for what matters most, to 4; the last where the words do not say it.</summary>
    public static int RankOf(string impact)
    {
        var plain = impact.ToLowerInvariant();
        var rank = Array.FindIndex(
            Impacts,
            words => Array.Exists(words, word => plain.Contains(word, StringComparison.Ordinal))
        );
        return rank < 0 ? Impacts.Length : rank + 1;
    }
}
