using System.Text;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>The guides of the product, read once.</summary>
internal static class ShippedGuides
{
    private static readonly Lazy<Guide> SchoolsDesk = new(() => GuideFiles.Guide("schools-desk"));
    private static readonly Lazy<Guide> Centre = new(() => GuideFiles.Guide("smc"));

    public static Guide Schools => SchoolsDesk.Value;

    public static Guide Smc => Centre.Value;

    public static Guide Named(string id) => id == Schools.Document.Id ? Schools : Smc;

    /// <summary>A shipped guide with some of its text exchanged.</summary>
    public static Guide With(string name, params (string Old, string New)[] changes)
    {
        var text = File.ReadAllText(Path.Combine(GuideFiles.Root, "guides", $"{name}.yaml"));
        foreach (var (old, fresh) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, fresh, StringComparison.Ordinal);
        }
        var reading = GuideReader.Read("test.yaml", Encoding.UTF8.GetBytes(text), GuideFiles.Holidays);
        return reading.Guide ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
