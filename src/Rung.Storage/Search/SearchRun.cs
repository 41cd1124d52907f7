namespace Rung.Storage.Search;

/// <summary>One search on one connection.</summary>
internal sealed class SearchRun(SqlSession session, SearchQuery query)
{
    private const int MostBeginnings = 32;
    private const int MostWords = 8;
    private const int ShortestBeginning = 3;
    private const int MostLookedAt = 20_000;
    private const int CountedUpTo = 5_000;

    /// <summary>Matches of the whole text as a reference, a customer's reference, or a telephone number.</summary>
    public async ValueTask<IReadOnlyList<Found>> Numbers()
    {
        var compact = SearchText.Compact(query.Text);
        var found = new List<Found>();
        foreach (var spoken in Spoken(compact))
        {
            found.AddRange(await SearchSql.ByReference(session, spoken) is { } known ? [known] : []);
        }
        found.AddRange(await Any([new(SearchKind.CustomerReference, compact)]));
        foreach (var phone in SearchText.Phone(query.Text))
        {
            found.AddRange(await Any(await Beginning(phone)));
        }
        return found;
    }

    /// <summary>Matches of every word or its beginning.</summary>
    public async ValueTask<IReadOnlyList<Found>> Words()
    {
        var words = new List<IReadOnlyList<SearchTerm>>();
        foreach (var word in SearchText.Words(query.Text).Take(MostWords))
        {
            var terms = await Beginning(word);
            if (terms.Count == 0)
            {
                return [];
            }
            words.Add(terms);
        }
        if (words.Count == 0)
        {
            return [];
        }
        var rarest = await Rarest(words);
        return await Any(rarest, [.. words.Where(word => word != rarest)]);
    }

    // Six or eight characters, with or without a prefix of up to four letters.
    private static IEnumerable<string> Spoken(string compact) =>
        ((int[])[6, 8])
            .Where(length => compact.Length >= length && compact.Length <= length + 4)
            .Where(length => compact[..^length].All(char.IsAsciiLetter))
            .Select(length => compact[^length..]);

    private async ValueTask<IReadOnlyList<Found>> Any(
        IReadOnlyList<SearchTerm> terms,
        params IReadOnlyList<IReadOnlyList<SearchTerm>> others
    )
    {
        IReadOnlyList<IReadOnlyList<string>> also = [.. others.Select(word => word.Select(term => term.Term).ToList())];
        var scope = new SearchScope(query.Desk, query.Take, also, MostLookedAt / Math.Max(terms.Count, 1));
        var found = new List<Found>();
        foreach (var term in terms)
        {
            found.AddRange(await SearchSql.Newest(session, term, scope));
        }
        return [.. Found.Newest(found).Take(query.Take)];
    }

    private async ValueTask<IReadOnlyList<SearchTerm>> Beginning(SearchTerm start)
    {
        var most = start.Term.Length < ShortestBeginning ? 1 : MostBeginnings;
        var terms = await SearchSql.Beginning(session, start, most);
        return [.. terms.Where(term => most > 1 || term == start.Term).Select(term => start with { Term = term })];
    }

    private async ValueTask<IReadOnlyList<SearchTerm>> Rarest(List<IReadOnlyList<SearchTerm>> words)
    {
        if (words.Count == 1)
        {
            return words[0];
        }
        var counts = new Dictionary<IReadOnlyList<SearchTerm>, long>(ReferenceEqualityComparer.Instance);
        foreach (var word in words)
        {
            counts[word] = 0;
            foreach (var term in word)
            {
                counts[word] += await SearchSql.CountOf(session, term, CountedUpTo);
            }
        }
        return counts.MinBy(pair => pair.Value).Key;
    }
}
