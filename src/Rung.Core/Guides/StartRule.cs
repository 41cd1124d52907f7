namespace Rung.Core.Guides;

/// <summary>Where a case's clocks begin, by source. ESS-29, ESS-40, A-04.</summary>
public sealed record StartRule(Channel Source, StartFrom From, StartOutOfHours OutOfHours, string Cite);

/// <summary>What the start of a case's clocks is taken from.</summary>
public enum StartFrom
{
    /// <summary>The moment the reference is issued.</summary>
    Reference,

    /// <summary>The moment the reference is issued, never before the effective receipt.</summary>
    ReferenceAfterReceipt,

    /// <summary>The effective receipt.</summary>
    Receipt,

    /// <summary>The alert's own detection time.</summary>
    Detection,
}

/// <summary>What becomes of a start outside the desk's hours.</summary>
public enum StartOutOfHours
{
    /// <summary>It stays, also at night.</summary>
    AtOnce,

    /// <summary>It moves to the next opening of the desk.</summary>
    NextOpening,
}
