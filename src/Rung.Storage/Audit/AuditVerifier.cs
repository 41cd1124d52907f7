namespace Rung.Storage.Audit;

/// <summary>Goes along the audit trail, from where it begins, and says where it no longer fits.</summary>
/// <param name="noted">A head that was noted earlier, elsewhere; null: there is none.</param>
public sealed class AuditVerifier(AuditStore store, AuditHead? noted = null)
{
    private const int PageSize = 1000;

    public async Task<AuditVerdict> Verify()
    {
        while (true)
        {
            var anchor = await store.Anchor();
            var verdict = await Verify(anchor);
            // What ended while we went along is missing, and nothing is wrong with that.
            if (verdict.Fault is null || await store.Anchor() == anchor)
            {
                return verdict;
            }
        }
    }

    private async Task<AuditVerdict> Verify(AuditAnchor anchor)
    {
        // Read first: what is added meanwhile lies behind it.
        var head = await store.Head();
        var last = anchor.Ended;
        if (NotedBefore(anchor) is { } gone)
        {
            return new AuditVerdict(gone, last, anchor);
        }
        while (last.Number < head.Number && await store.Page(last.Number, PageSize) is { Count: > 0 } page)
        {
            foreach (var kept in page)
            {
                if ((kept.Fault(last) ?? NotAsNoted(kept.Head)) is { } fault)
                {
                    return new AuditVerdict(fault, last, anchor);
                }
                last = kept.Head;
                if (last == head)
                {
                    break;
                }
            }
        }
        return new AuditVerdict(Missing(last, head), last, anchor);
    }

    private string? Missing(AuditHead last, AuditHead head) =>
        last.Number < head.Number ? $"Entries are missing at the end: {last.Number} are there of {head.Number}."
        : last != head ? $"Entry {last.Number} is not the one that was written last."
        : noted is { } one && one.Number > head.Number
            ? $"Entries are missing at the end: {head.Number} are there, and entry {one.Number} was noted."
        : null;

    private string? NotedBefore(AuditAnchor anchor) =>
        noted is { } one && one.Number < anchor.Ended.Number
            ? $"Entry {one.Number}, which was noted, has ended since: nothing can be held against it any more. Verify without it, and note the head anew."
            : NotAsNoted(anchor.Ended);

    private string? NotAsNoted(AuditHead here) =>
        here.Number == noted?.Number && here != noted
            ? $"Entry {here.Number} is not the one that was noted: what is here up to it was written anew."
            : null;
}

/// <param name="Fault">What does not fit, in one sentence; null: everything does.</param>
/// <param name="Verified">The last entry up to which everything fits.</param>
/// <param name="Begin">What ended before the first entry that is there.</param>
public sealed record AuditVerdict(string? Fault, AuditHead Verified, AuditAnchor Begin);
