using NodaTime;

namespace Rung.Storage.Drafts;

/// <param name="About">A case's reference, or the name of an intake that has none yet.</param>
public sealed record DraftKey(string About, string Author);

/// <summary>What somebody has typed and not sent: one per subject and author. R14.</summary>
public sealed record Draft(DraftKey Key, string Body, Instant SavedAt);
