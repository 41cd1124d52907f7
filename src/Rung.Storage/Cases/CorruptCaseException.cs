namespace Rung.Storage.Cases;

/// <summary>An event of this case cannot be read. Other cases, and every list, are not concerned. R50.</summary>
public sealed class CorruptCaseException(long caseId, long sequence, string reason, Exception? inner = null)
    : Exception($"Event {sequence} of case {caseId} cannot be read: {reason}", inner)
{
    public long CaseId { get; } = caseId;
    public long Sequence { get; } = sequence;
    public string Reason { get; } = reason;
}
