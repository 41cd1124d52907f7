using Rung.Core.Complaints;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>What somebody of a customer wrote, with the files that they sent along.</summary>
/// <param name="Parts">Ids of the parts that they play; null: not known.</param>
internal sealed record PortalSaid(string Text, IReadOnlyList<Paper> Papers, IReadOnlyList<string>? Parts);
