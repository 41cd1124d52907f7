namespace Rung.Core.History.Drafting;

/// <summary>What the names of columns suggest, by the words that other systems use.</summary>
public sealed class ColumnGuess
{
    private static readonly string[] CaseWords =
    [
        "case",
        "case id",
        "caseid",
        "ticket",
        "ticket id",
        "ticket number",
        "ticket no",
        "incident",
        "incident id",
        "incident number",
        "sr number",
        "number",
        "reference",
        "ref",
        "key",
        "issue key",
        "id",
        "vorgang",
        "nummer",
    ];
    private static readonly string[] StateWords =
    [
        "status",
        "state",
        "substatus",
        "sub status",
        "sub state",
        "concept name",
        "activity",
        "condition",
        "zustand",
    ];
    private static readonly string[] ImpactWords =
    [
        "impact",
        "priority",
        "severity",
        "urgency",
        "prio",
        "auswirkung",
        "priorität",
        "dringlichkeit",
    ];
    private static readonly string[] SubjectWords =
    [
        "subject",
        "title",
        "summary",
        "short description",
        "description",
        "product",
        "service",
        "category",
        "betreff",
        "thema",
    ];
    private static readonly string[] CustomerWords =
    [
        "customer",
        "company",
        "organisation",
        "organization",
        "client",
        "account",
        "site",
        "school",
        "country",
        "requester",
        "caller",
        "kunde",
    ];
    private static readonly string[] PersonWords =
    [
        "resource",
        "assignee",
        "assigned to",
        "agent",
        "engineer",
        "owner",
        "technician",
        "user",
        "bearbeiter",
    ];
    private static readonly string[] TeamWords =
    [
        "team",
        "support team",
        "group",
        "assignment group",
        "support group",
        "queue",
        "org group",
        "department",
        "gruppe",
    ];

    private static readonly string[] AtWords =
    [
        "at",
        "time",
        "timestamp",
        "complete timestamp",
        "time timestamp",
        "changed at",
        "changed",
        "change time",
        "event time",
        "datetime",
        "date time",
        "when",
        "updated",
        "modified",
        "date",
        "zeitpunkt",
        "zeit",
        "datum",
    ];

    private readonly HashSet<string> _taken = [];

    /// <summary>
    /// Guesses by names alone; no column is taken twice, and capitals, hyphens and underscores make no difference.
    /// </summary>
    public ColumnGuess(IReadOnlyList<string> names)
    {
        Case = Take(names, CaseWords);
        States = [.. names.Where(name => StateWords.Contains(Plain(name)))];
        _taken.UnionWith(States);
        At = Take(names, AtWords);
        Impact = Take(names, ImpactWords);
        Subject = Take(names, SubjectWords);
        Customer = Take(names, CustomerWords);
        Person = Take(names, PersonWords);
        Team = Take(names, TeamWords);
    }

    /// <summary>The case's own reference; null for this and the others: no column is called like it.</summary>
    public string? Case { get; }

    /// <summary>Every column that is called like a state, in the log's order; together they make up the state.</summary>
    public IReadOnlyList<string> States { get; }

    /// <summary>The column that is called like the time of a change.</summary>
    public string? At { get; }

    /// <summary>How much it matters.</summary>
    public string? Impact { get; }

    /// <summary>What the case is called, or what it is about.</summary>
    public string? Subject { get; }

    /// <summary>Which organisation or person it is for.</summary>
    public string? Customer { get; }

    /// <summary>Who works on it.</summary>
    public string? Person { get; }

    /// <summary>The team that has it.</summary>
    public string? Team { get; }

    private string? Take(IReadOnlyList<string> names, string[] words)
    {
        foreach (var word in words)
        {
            if (names.FirstOrDefault(name => Plain(name) == word && !_taken.Contains(name)) is { } found)
            {
                _taken.Add(found);
                return found;
            }
        }
        return null;
    }

    internal static string Plain(string name) =>
        string.Join(
            ' ',
            name.ToLowerInvariant().Split([' ', '_', '-', ':', '.'], StringSplitOptions.RemoveEmptyEntries)
        );
}
