namespace Rung.Server.Limits;

/// <summary>How often something may be done: so many at once, and so many more in each minute.</summary>
public sealed record Rate(int AtOnce, int EachMinute);

/// <summary>How often the product is asked by one place, account, program or contact, where people have accounts (S68).</summary>
public sealed record Rates
{
    /// <summary>From one place by whoever is not signed in; a school's people often come from one address.</summary>
    public Rate Anybody { get; init; } = new(200, 400);

    /// <summary>Attempts to get in from one place, whatever was tried.</summary>
    public Rate Entry { get; init; } = new(30, 30);

    /// <summary>Links asked for from one place, each of which may be a mail.</summary>
    public Rate Links { get; init; } = new(10, 5);

    /// <summary>Links of cases that are opened from one place: nobody guesses one.</summary>
    public Rate CaseLinks { get; init; } = new(60, 60);

    /// <summary>What one contact sends in the portal.</summary>
    public Rate Sent { get; init; } = new(30, 20);

    /// <summary>Of what all people of one customer send in the portal, in KiB: 256 MiB at once, and as much again in a day.</summary>
    public Rate CustomerSize { get; init; } = new(256 * 1024, 182);

    /// <summary>Of what one program sends, in KiB: 1 GiB at once, and as much again in a day.</summary>
    public Rate ProgramSize { get; init; } = new(1024 * 1024, 728);

    /// <summary>One account, with all its open pages.</summary>
    public Rate Account { get; init; } = new(600, 1200);

    /// <summary>One token.</summary>
    public Rate Program { get; init; } = new(2000, 12000);
}
