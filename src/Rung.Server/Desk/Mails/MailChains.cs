namespace Rung.Server.Desk.Mails;

/// <summary>
/// Which mails of a group may be about the same thing: copies of each other, an answer and what it answers, answers on one
/// case. Those are handled in their order, as if there were no group; the others at once.
/// </summary>
internal static class MailChains
{
    /// <param name="mails">In the order in which they are to be handled.</param>
    /// <param name="bonds">What a mail may have in common with others.</param>
    /// <returns>Every mail in one chain, in its order.</returns>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> mails, Func<T, IEnumerable<string>> bonds)
    {
        var chains = new List<Chain>();
        for (var index = 0; index < mails.Count; index++)
        {
            var chain = new Chain([index], [.. bonds(mails[index])]);
            foreach (var met in chains.Where(one => one.Bonds.Overlaps(chain.Bonds)).ToList())
            {
                chains.Remove(met);
                chain = new Chain([.. met.Members, .. chain.Members], [.. met.Bonds, .. chain.Bonds]);
            }
            chains.Add(chain);
        }
        return [.. chains.Select(chain => (IReadOnlyList<T>)[.. chain.Members.Order().Select(index => mails[index])])];
    }

    private sealed record Chain(List<int> Members, HashSet<string> Bonds);
}
