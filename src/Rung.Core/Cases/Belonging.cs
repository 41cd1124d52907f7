namespace Rung.Core.Cases;

/// <summary>
/// Which cases belong to which incident, over any number of links. Each is named once, also one that is not known: whoever
/// asks looks it up and asks again, until all are. Semantics 38.
/// </summary>
internal static class Belonging
{
    /// <summary>The case, the incident that it belongs to, the one which that belongs to, and so on.</summary>
    /// <param name="known">What is known of a case; null: nothing.</param>
    public static IEnumerable<CaseReference> Above(CaseReference one, Func<CaseReference, CaseState?> known)
    {
        var seen = new HashSet<CaseReference>();
        for (CaseReference? at = one; at is { } reference && seen.Add(reference); )
        {
            yield return reference;
            at = known(reference)?.Links.FirstOrDefault(link => link.Kind == LinkKind.Parent)?.Other;
        }
    }

    /// <summary>The cases that belong to the incident, then those that belong to them, and so on.</summary>
    /// <inheritdoc cref="Above"/>
    public static IEnumerable<CaseReference> Below(CaseState incident, Func<CaseReference, CaseState?> known)
    {
        var seen = new HashSet<CaseReference> { incident.Reference };
        var next = new Queue<CaseReference>(Children(incident).Where(seen.Add));
        while (next.TryDequeue(out var reference))
        {
            yield return reference;
            foreach (var child in Children(known(reference)).Where(seen.Add))
            {
                next.Enqueue(child);
            }
        }
    }

    private static IEnumerable<CaseReference> Children(CaseState? state) =>
        (state?.Links ?? []).Where(link => link.Kind == LinkKind.Child).Select(link => link.Other);
}
