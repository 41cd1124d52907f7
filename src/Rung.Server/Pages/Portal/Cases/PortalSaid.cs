using Rung.Core.Complaints;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>What somebody of a customer wrote, with the files that they sent along.</summary>
internal sealed record PortalSaid(string Text, IReadOnlyList<Paper> Papers);
