namespace Rung.Server.Limits;

/// <summary>Marks an endpoint that is limited by itself, besides what everybody is limited to.</summary>
/// <param name="Door">What is counted together.</param>
internal sealed record Limit(string Door, Func<Rates, Rate> Rate)
{
    public static Limit Entry { get; } = new("entry", rates => rates.Entry);
    public static Limit Links { get; } = new("links", rates => rates.Links);
    public static Limit CaseLinks { get; } = new("case-links", rates => rates.CaseLinks);

    /// <summary>What a contact sends; the portal's door counts it.</summary>
    public static Limit Sent { get; } = new("sent", rates => rates.Sent);
}
