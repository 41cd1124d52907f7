using NodaTime;
using Rung.Storage.Drafts;

namespace Rung.Server.Api.Bodies;

/// <summary>What somebody has typed and not sent.</summary>
public sealed record DraftRequest(string Text);

public sealed record DraftBody(string About, string Author, string Text, Instant SavedAt)
{
    public static DraftBody Of(Draft draft) => new(draft.Key.About, draft.Key.Author, draft.Body, draft.SavedAt);
}
