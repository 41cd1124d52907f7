using Rung.Core.Cases;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk.Verifying;

/// <summary>A link is an event on both cases; this finds those that only one of the two knows.</summary>
internal sealed class LinkVerifier(RungDatabase database)
{
    private readonly Dictionary<(CaseReference From, CaseReference To, LinkKind Kind), string> _links = [];

    public void Add(CaseState state)
    {
        foreach (var link in state.Links)
        {
            _links[(state.Reference, link.Other, link.Kind)] = state.Logged.Desk;
        }
    }

    /// <summary>
    /// Each is looked at again, since the two cases may have been read at different moments while somebody linked them.
    /// </summary>
    public async IAsyncEnumerable<Difference> OneSided()
    {
        foreach (var ((from, to, kind), desk) in _links)
        {
            var back = TiedCases.MirrorOf(kind);
            if (!_links.ContainsKey((to, from, back)) && await IsOneSided(from, to, kind))
            {
                yield return new Difference(desk, to.Text, "events link", null, $"{back} {from.Text}", Mend.Link);
            }
        }
    }

    private async Task<bool> IsOneSided(CaseReference from, CaseReference to, LinkKind kind) =>
        await Links(from) is { } here
        && await Links(to) is { } there
        && here.Contains((to, kind)) != there.Contains((from, TiedCases.MirrorOf(kind)));

    // Null: its events cannot be read, which is told already.
    private async Task<IReadOnlyList<(CaseReference, LinkKind)>?> Links(CaseReference reference)
    {
        try
        {
            return await database.Cases.Load(reference) is { Events.Count: > 0 } history
                ? [.. CaseState.Of(history.Events).Links.Select(link => (link.Other, link.Kind))]
                : [];
        }
        catch (CorruptCaseException)
        {
            return null;
        }
    }
}
