namespace Rung.Server.Pages.Frame;

/// <summary>What every page of a desk shows around its own matter.</summary>
public sealed record FrameView
{
    public required string DeskId { get; init; }
    public required string DeskName { get; init; }
    public required IReadOnlyList<DeskLink> Desks { get; init; }
    public required IReadOnlyList<RailGroup> Rail { get; init; }
    public required DeskClockView Clock { get; init; }
    public required ActingView Acting { get; init; }

    /// <summary>Words of the last search, to be kept in its field.</summary>
    public string Search { get; init; } = "";

    /// <summary>Why no mail leaves and none is fetched; null: it does and is.</summary>
    public string? Muted { get; init; }

    /// <summary>How little room is left on the disk, a sentence without a full stop; null: enough is.</summary>
    public string? Disk { get; init; }

    /// <summary>What the last command did, e.g. "R-7K4-239 is yours".</summary>
    public string? Notice { get; init; }
}

public sealed record DeskLink(string Name, string Href, bool Current);

public sealed record RailGroup(string? Title, IReadOnlyList<RailItem> Items);

/// <param name="Keys">Keys that lead there, e.g. <c>g q</c>.</param>
public sealed record RailItem(string Label, string Href, string? Keys = null)
{
    public int? Count { get; init; }

    /// <summary>Somebody is needed there now.</summary>
    public bool Lit { get; init; }
    public bool Current { get; init; }

    /// <summary>Whatever lies below its address belongs to it.</summary>
    public bool HasPages { get; init; }
}

/// <summary>The desk's time, ticking in the browser from a value of the server.</summary>
/// <param name="NowMs">Unix milliseconds of the desk's clock when the page was made.</param>
/// <param name="Speed">Desk seconds per real second.</param>
public sealed record DeskClockView(long NowMs, decimal Speed, string Zone)
{
    /// <summary>"Thu 24 Dec 2026, 15:34 GMT".</summary>
    public required string Words { get; init; }

    /// <summary>"desk open until 18:00".</summary>
    public required string Hours { get; init; }

    /// <summary>"demo clock × 60"; null: the real time.</summary>
    public string? Demo { get; init; }
}

/// <summary>Who acts, and as whom or what else they may.</summary>
public sealed record ActingView(string Name, string RoleTitle, IReadOnlyList<ActingChoice> Choices, string ReturnTo)
{
    /// <summary>They signed in; else they are who they say they are.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>They give out accounts, too.</summary>
    public bool IsAdministrator { get; init; }
    public bool ReadsAudit { get; init; }
}

public sealed record ActingChoice(string Name, string Role, string RoleTitle, bool Current);
