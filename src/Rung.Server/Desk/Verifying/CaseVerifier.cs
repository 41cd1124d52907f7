using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.History;
using Rung.Storage.Keeping;

namespace Rung.Server.Desk.Verifying;

/// <summary>
/// Folds a case's events under its guide and compares what is stored beside them: its head, its row in the queue, its
/// dues, its promises. What depends on the time is computed for the moment at which it was stored, which the row says.
/// </summary>
/// <param name="guides">The guides by desk and version.</param>
internal sealed class CaseVerifier(IReadOnlyDictionary<(string Desk, string Version), Guide> guides)
{
    public VerifiedCase Verify(KeptCase one)
    {
        var found = new DifferenceList(one);
        var state = Fold(one, found);
        return new VerifiedCase(found.All, state);
    }

    private CaseState? Fold(KeptCase one, DifferenceList found)
    {
        if (!AreWhole(one, found))
        {
            return null;
        }
        try
        {
            CaseEvent[] events = [.. one.Events.Select(stored => stored.Event)];
            var state = CaseState.Of(events);
            found.Columns("cases", one.Head, KeptStore.HeadOf(state.Logged), Mend.Restore);
            Compare(one, state, found);
            return state;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            found.Add("events", $"cannot be folded: {e.GetType().Name}: {e.Message}", "a case", Mend.Bug);
            return null;
        }
    }

    // Numbered from 1 without a gap, as many as the version says, and the first logs the case.
    private static bool AreWhole(KeptCase one, DifferenceList found)
    {
        foreach (var unreadable in one.Unreadable)
        {
            found.Add($"events {unreadable.Sequence}", $"cannot be read: {unreadable.Why}", "an event", Mend.Event);
        }
        var present = one.Events.Select(stored => stored.Sequence).Concat(one.Unreadable.Select(bad => bad.Sequence));
        var numbers = present.ToHashSet();
        var last = Math.Max(one.Version, numbers.DefaultIfEmpty().Max());
        // A version far too high is one difference, not a million.
        for (long number = 1, told = 0; number <= last && told < DifferenceList.MostOfOneSort; number++)
        {
            if (!numbers.Contains(number))
            {
                found.Add($"events {number}", null, "an event", Mend.Restore);
                told++;
            }
        }
        if (one.Version != numbers.Count)
        {
            found.Add("cases.version", $"{one.Version}", $"{numbers.Count}", Mend.Restore);
        }
        var isWhole = one.Unreadable.Count == 0 && numbers.Count == last && numbers.Count > 0;
        if (isWhole && one.Events[0].Event is not CaseLogged)
        {
            found.Add("events 1", one.Events[0].Event.GetType().Name, nameof(CaseLogged), Mend.Restore);
        }
        return isWhole && one.Events[0].Event is CaseLogged;
    }

    private void Compare(KeptCase one, CaseState state, DifferenceList found)
    {
        if (one.Row is not { } kept)
        {
            found.Add("queue", null, "a row", Mend.Restore);
            return;
        }
        if (kept.Row is not { } row)
        {
            found.Add("queue.shown", $"cannot be read: {kept.Columns["shown"]}", "a row", Mend.Rewrite);
            return;
        }
        if (Expected(one, state, row.UpdatedAt, found) is { } expected)
        {
            var whole = expected.Row with { CaseId = one.Id, Version = one.Events.Count };
            found.Columns("queue", kept.Columns, KeptRow.Of(whole).Columns, Mend.Rewrite);
            found.Dues(one.Dues, expected.Dues);
            found.Promises(one.Promises, expected.Promises);
        }
    }

    private ExpectedCase? Expected(KeptCase one, CaseState state, NodaTime.Instant at, DifferenceList found)
    {
        if (ImportedCase.IsOn(state.Logged))
        {
            return new ExpectedCase(ImportedRows.Of(state.Logged, state.Condition, at), []);
        }
        if (!guides.TryGetValue((state.Logged.Desk, state.GuideVersion), out var guide))
        {
            var name = $"{state.Logged.Desk} {state.GuideVersion}";
            found.Add("settings guide", null, $"the text of {name}, under which the case is", Mend.Guide);
            return null;
        }
        return ExpectedCase.Of(guide, state, at, one.Dues);
    }
}

/// <param name="State">Null: its events cannot be folded.</param>
internal sealed record VerifiedCase(IReadOnlyList<Difference> Differences, CaseState? State);
