using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases;

/// <summary>The story of a case, oldest first, by days.</summary>
public sealed record TimelineView(IReadOnlyList<TimelineDayView> Days)
{
    public required TimelineFilter Filter { get; init; }

    /// <summary>Null: whoever reads has no choice what they see.</summary>
    public string? AllHref { get; init; }
    public string? CustomerHref { get; init; }
}

public enum TimelineFilter
{
    All,
    CustomerSees,
}

public sealed record TimelineDayView(string Day, IReadOnlyList<TimelineEntryView> Entries);

/// <summary>The shape on the line: who is speaking, or that a clock changed.</summary>
public enum EntryShape
{
    /// <summary>Something the desk did inside.</summary>
    Inside,

    /// <summary>Word to the customer.</summary>
    ToCustomer,

    /// <summary>Word from the customer.</summary>
    FromCustomer,

    /// <summary>A clock started, stopped, paused, ran out.</summary>
    Clock,

    /// <summary>An inside note.</summary>
    Note,
}

/// <param name="Time">"16:05".</param>
/// <param name="Title">What happened, in bold.</param>
public sealed record TimelineEntryView(EntryShape Shape, string Time, string Machine, string Title)
{
    /// <summary>The rest of the sentence.</summary>
    public string? Rest { get; init; }
    public string? By { get; init; }
    public string? Body { get; init; }
    public CiteView? Cite { get; init; }

    /// <summary>"recorded 16:20" when it was learned of later.</summary>
    public string? Late { get; init; }
    public bool CustomerSees { get; init; }

    /// <summary>The files that were sent with it.</summary>
    public IReadOnlyList<PaperLink> Papers { get; init; } = [];

    /// <summary>The mail that it came by; null: it came otherwise.</summary>
    public string? MailHref { get; init; }
}

/// <param name="Name">With its size: "screen.png, 120 KB".</param>
public sealed record PaperLink(string Name, string Href);
