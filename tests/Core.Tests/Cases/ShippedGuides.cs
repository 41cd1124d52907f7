using Rung.Core.Guides;
using Rung.Core.Tests.Showing;

namespace Rung.Core.Tests.Cases;

/// <summary>The guides of the product, read once.</summary>
internal static class ShippedGuides
{
    private static readonly Lazy<Guide> SchoolsDesk = new(() => GuideFiles.Guide("schools-desk"));
    private static readonly Lazy<Guide> Centre = new(() => GuideFiles.Guide("smc"));

    public static Guide Schools => SchoolsDesk.Value;

    public static Guide Smc => Centre.Value;
}
