namespace Rung.Core.Guides;

/// <summary>Draft, approved, active from a date, superseded (semantics: guide versions).</summary>
public enum GuideStatus
{
    /// <summary>Being written; no case is logged under it.</summary>
    Draft,

    /// <summary>Approved, and not to be used yet.</summary>
    Approved,

    /// <summary>Cases are logged under it from <see cref="DocumentControl.EffectiveFrom"/>.</summary>
    Active,

    /// <summary>Kept for the cases that were logged under it.</summary>
    Superseded,
}
