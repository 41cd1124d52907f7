namespace Rung.Storage.Audit;

/// <summary>Goes along the audit trail and says where it no longer fits.</summary>
/// <param name="noted">A head that was noted earlier, elsewhere; null: there is none.</param>
public sealed class AuditVerifier(AuditStore store, AuditHead? noted = null)
{
    private const int PageSize = 1000;

    public async Task<AuditVerdict> Verify()
    {
        // Read first: what is added meanwhile lies behind it.
        var head = await store.Head();
        var last = AuditHead.None;
        while (last.Number < head.Number && await store.Page(last.Number, PageSize) is { Count: > 0 } page)
        {
            foreach (var kept in page)
            {
                if (Fault(kept, last) is { } fault)
                {
                    return new AuditVerdict(fault, last);
                }
                last = new AuditHead(kept.Number, kept.Hash);
                if (last == head)
                {
                    break;
                }
            }
        }
        return new AuditVerdict(Missing(last, head), last);
    }

    private string? Missing(AuditHead last, AuditHead head) =>
        last.Number < head.Number ? $"Entries are missing at the end: {last.Number} are there of {head.Number}."
        : last != head ? $"Entry {last.Number} is not the one that was written last."
        : noted is { } one && one.Number > head.Number
            ? $"Entries are missing at the end: {head.Number} are there, and entry {one.Number} was noted."
        : null;

    private string? Fault(KeptEntry kept, AuditHead before)
    {
        if (kept.Number != before.Number + 1)
        {
            return $"Entry {before.Number + 1} is missing.";
        }
        if (kept.Hash != kept.Entry.Hash(kept.Number, before.Hash))
        {
            return $"Entry {kept.Number} was changed, or one before it: its hash does not fit.";
        }
        return kept.Number == noted?.Number && kept.Hash != noted.Hash
            ? $"Entry {kept.Number} is not the one that was noted: what is here up to it was written anew."
            : null;
    }
}

/// <param name="Fault">What does not fit, in one sentence; null: everything does.</param>
/// <param name="Verified">The last entry up to which everything fits.</param>
public sealed record AuditVerdict(string? Fault, AuditHead Verified);
